import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright";
import { chromium } from "playwright";
import { inject, onTestFinished } from "vitest";
import { chromiumFlags } from "../../../scripts/browser/chromiumFlags.ts";
import { findChromium } from "../../../scripts/browser/findChromium.ts";

export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ args: chromiumFlags, ...(await findChromium()) });
}

/** What the page has complained about, which nothing may. */
export const complaints: string[] = [];

/** A window of its own, as on a device of somebody's own, with the app in it, until the test ends. */
export async function openApp(
  browser: Browser,
  options: BrowserContextOptions = {},
  prepared?: BrowserContext,
): Promise<Page> {
  const page = await openWindow(browser, options, prepared);
  onTestFinished(() => page.context().close()); // an open app goes on asking, and slows what comes after
  return page;
}

/** The same, for as long as the browser is open. */
export async function openWindow(
  browser: Browser,
  options: BrowserContextOptions = {},
  prepared?: BrowserContext,
): Promise<Page> {
  const context = prepared ?? (await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options }));
  const page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(inject("world").appUrl);
  return page;
}
