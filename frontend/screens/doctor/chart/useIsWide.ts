import { useSyncExternalStore } from "react";

/** Where Tailwind's `lg` begins: there is room for two things side by side. */
const wide = matchMedia("(min-width: 64rem)");

function follow(listener: () => void) {
  wide.addEventListener("change", listener);
  return () => wide.removeEventListener("change", listener);
}

/** Whether the window is that of a desk; what is only for there is not even made on a phone. */
export function useIsWide(): boolean {
  return useSyncExternalStore(follow, () => wide.matches);
}
