import type { Browser } from "playwright";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { inPseudoLocale } from "./support/inPseudoLocale.ts";
import { isSampleData } from "./support/isSampleData.ts";
import { openApp, openBrowser } from "./support/openApp.ts";
import { reach, screens } from "./support/screens.ts";
import { unmarkedTexts } from "./support/unmarkedTexts.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

describe.each(screens.map((screen) => [screen.name, screen] as const))("the screen “%s”", (_, screen) => {
  test("has all its words from frontend/words, whatever else is on it is data", async () => {
    const page = await openApp(browser);
    await page.goto(`${inject("world").appUrl}?words=pseudo`);
    await reach(inPseudoLocale(page), screen);
    const unmarked = await unmarkedTexts(page);
    expect(unmarked.filter((text) => !isSampleData(text))).toEqual([]);
    await page.context().close();
  });
});

test("a word that is not from there is found", async () => {
  const page = await openApp(browser);
  await page.goto(`${inject("world").appUrl}?words=pseudo`);
  await reach(inPseudoLocale(page), screens[0]!);
  await page.evaluate(() => {
    const button = document.createElement("button");
    button.title = "Press here";
    button.textContent = "Share";
    document.body.append(button);
  });
  expect((await unmarkedTexts(page)).filter((text) => !isSampleData(text))).toEqual(["Press here", "Share"]);
});
