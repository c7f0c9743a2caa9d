import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./support/openApp.ts";
import { openInPseudoLocale, textsFromElsewhere } from "./support/testScreens.ts";
import { violationsOn } from "./support/violationsOn.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser?.close());

test("a word that is from elsewhere is found on a screen, and so is what not everybody can use", async () => {
  const page = await openInPseudoLocale(browser);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.evaluate(() => {
    const button = document.createElement("button");
    button.title = "Press here";
    button.textContent = "Share";
    document.body.append(button, document.createElement("button"));
  });
  expect(await textsFromElsewhere(page)).toEqual(["Press here", "Share"]);
  await expect.poll(() => violationsOn(page)).toContainEqual(expect.stringMatching(/^button-name: <button><\/button>/));
});
