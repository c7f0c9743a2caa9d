import { flushSync } from "react-dom";
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import { page } from "vitest/browser";
import { be, beOpen, somebody } from "#test/support/showInApp.tsx";
import { showOnPage } from "#test/support/showOnPage.tsx";
import { session } from "../session/session.ts";
import { InactivityLock } from "./InactivityLock.tsx";
import { lockAfter } from "./lockAfter.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["Date", "setInterval", "clearInterval"] });
});
afterEach(() => {
  vi.useRealTimers();
});

const warning = page.getByRole("dialog", { name: "Your vault is about to lock" });
const minutesPass = (minutes: number) => flushSync(() => vi.advanceTimersByTime(minutes * 60_000));

/** Effects run once something else has been asked of the page. */
async function shown() {
  showOnPage(<InactivityLock />);
  await expect.poll(() => vi.getTimerCount()).toBe(session.get().stage === "none" ? 0 : 1);
}

describe("a vault that nobody touches", () => {
  it("is left alone until half a minute before its time, then warns, then locks", async () => {
    beOpen();
    await shown();
    minutesPass(9.4);
    await expect.element(warning).not.toBeInTheDocument();
    minutesPass(0.2);
    await expect.element(warning).toBeVisible();
    await expect.element(page.getByRole("button", { name: "Stay" })).toHaveFocus();
    expect(session.get().stage).toBe("open");
    minutesPass(0.5);
    expect(session.get()).toEqual({ stage: "none", idleMinutes: 10 });
    await expect.element(warning).not.toBeInTheDocument();
  });

  it("stays open for whoever touches the page", async () => {
    beOpen();
    await shown();
    for (const touch of [new KeyboardEvent("keydown"), new PointerEvent("pointerdown"), new WheelEvent("wheel")]) {
      minutesPass(9);
      document.body.dispatchEvent(touch);
    }
    minutesPass(9);
    await expect.element(warning).not.toBeInTheDocument();
    expect(session.get().stage).toBe("open");
  });

  it("counts no touch once it has warned, but only a choice", async () => {
    beOpen();
    await shown();
    minutesPass(9.6);
    await expect.element(warning).toBeVisible();
    document.body.dispatchEvent(new PointerEvent("pointermove"));
    minutesPass(0.5);
    expect(session.get().stage).toBe("none");
  });

  it("stays open for its whole time again when somebody says so", async () => {
    beOpen();
    await shown();
    minutesPass(9.6);
    await page.getByRole("button", { name: "Stay" }).click();
    await expect.element(warning).not.toBeInTheDocument();
    minutesPass(9.4);
    expect(session.get().stage).toBe("open");
    minutesPass(0.7);
    expect(session.get().stage).toBe("none");
  });

  it("locks at once where somebody asks for it", async () => {
    beOpen();
    await shown();
    minutesPass(9.6);
    await page.getByRole("button", { name: "Lock now" }).click();
    expect(session.get().stage).toBe("none");
  });

  it("follows the time that was chosen for this device, at once", async () => {
    onTestFinished(() => lockAfter.set(10));
    beOpen();
    await shown();
    minutesPass(2);
    flushSync(() => lockAfter.set(1));
    await expect.poll(() => session.get().stage).toBe("none");
  });

  it("locks before it is kept on a new device, too", async () => {
    be({ stage: "joined", address: somebody, keeper: {} as never, isMadeHere: true });
    await shown();
    minutesPass(10);
    expect(session.get().stage).toBe("none");
  });
});

it("does not watch where nobody has come in", async () => {
  be({ stage: "none" });
  await shown();
  minutesPass(60);
  await expect.element(warning).not.toBeInTheDocument();
});
