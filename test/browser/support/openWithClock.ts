import type { Browser, BrowserContextOptions, Page } from "playwright";
import { openApp } from "./openApp.ts";

/** The app on a device whose clock the test winds, by `context().clock`. Its workers have none but the machine's. */
export async function openWithClock(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  await context.clock.install();
  return openApp(browser, {}, context);
}

/** Longer than a code's time, and than that of digits. */
export const twoMinutes = "02:01";
