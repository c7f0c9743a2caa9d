import type { Page } from "playwright";

/** How many frames a page shows while it is scrolled for so many seconds, and how long the longest stands. */
export function framesOfScrolling(page: Page, seconds: number): Promise<{ count: number; longest: number }> {
  return page.evaluate(async (milliseconds) => {
    const begin = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
    let [count, longest, before] = [0, 0, begin];
    while (before - begin < milliseconds) {
      scrollBy(0, 120); // as somebody does who looks for something
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      longest = Math.max(longest, now - before);
      before = now;
      count++;
    }
    return { count, longest };
  }, seconds * 1000);
}
