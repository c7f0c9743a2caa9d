import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { flushSync } from "react-dom";
import { onTestFinished } from "vitest";

/** Puts something on the page of the browser that runs the test, until the test ends. */
export function showOnPage(node: ReactNode): HTMLElement {
  const place = document.createElement("main");
  document.body.append(place);
  const root = createRoot(place);
  onTestFinished(() => {
    root.unmount();
    place.remove();
  });
  flushSync(() => root.render(node));
  return place;
}
