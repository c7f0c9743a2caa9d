import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { inPseudoLocale } from "./inPseudoLocale.ts";
import { isSampleData } from "./isSampleData.ts";
import { openBrowser, openWindow } from "./openApp.ts";
import { reach } from "./screens.ts";
import type { Screen } from "./screens/Screen.ts";
import { unmarkedTexts } from "./unmarkedTexts.ts";
import { violationsOn } from "./violationsOn.ts";

/**
 * Whatever is to be said of every screen. Each is reached once, in the pseudo-locale: what is not from there shows, and
 * words that are longer than in English have to find their place.
 */
export function testScreens(screens: Screen[]): void {
  let browser: Browser;
  beforeAll(async () => void (browser = await openBrowser()));
  afterAll(() => browser?.close());

  describe.each(screens.map((screen) => [screen.name, screen] as const))("the screen “%s”", (_, screen) => {
    let page: Page;
    beforeAll(async () => {
      page = await openInPseudoLocale(browser);
      await reach(inPseudoLocale(page), screen);
    });
    afterAll(() => Promise.all(browser.contexts().map((context) => context.close())));

    test("can be used by everybody, at 360 and 1280 px, in light and dark", async () => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        for (const colorScheme of ["light", "dark"] as const) {
          await page.emulateMedia({ colorScheme });
          // Once everything is painted in its new colours.
          await expect.poll(() => violationsOn(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        }
      }
    });

    test("has all its words from frontend/words, whatever else is on it is data", async () => {
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 });
        expect(await textsFromElsewhere(page)).toEqual([]);
      }
    });
  });
}

const widths = [360, 1280];

/** On a phone, where nothing moves. */
export async function openInPseudoLocale(browser: Browser): Promise<Page> {
  const page = await openWindow(browser, { viewport: { width: 360, height: 800 }, reducedMotion: "reduce" });
  await page.goto(`${inject("world").appUrl}?words=pseudo`);
  return page;
}

export async function textsFromElsewhere(page: Page): Promise<string[]> {
  return (await unmarkedTexts(page)).filter((text) => !isSampleData(text));
}
