import { AxeBuilder } from "@axe-core/playwright";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openApp, openBrowser } from "./support/openApp.ts";
import { reach, screens } from "./support/screens.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const looks = [360, 1280].flatMap((width) => (["light", "dark"] as const).map((scheme) => [width, scheme] as const));

describe.each(screens.map((screen) => [screen.name, screen] as const))("the screen “%s”", (_, screen) => {
  test("can be used by everybody, at 360 and 1280 px, in light and dark", async () => {
    const page = await openApp(browser, { viewport: { width: 360, height: 800 } });
    await reach(page, screen);
    for (const [width, colorScheme] of looks) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      // Once everything is painted in its new colours.
      await expect.poll(() => violationsOn(page), { timeout: 10_000 }).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.context().close();
  });
});

async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
