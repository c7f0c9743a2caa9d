import { chromium } from "playwright";
import { expect, it } from "vitest";
import { chromiumFlags } from "../../scripts/browser/chromiumFlags.ts";
import { unpackedChromium } from "../../scripts/browser/unpackedChromium.ts";

const isForThisMachine = process.platform === "linux" && process.arch === "x64";

it.skipIf(!isForThisMachine)("the Chromium that npm brought starts, for machines without another", async () => {
  const [found, again] = await Promise.all([unpackedChromium(), unpackedChromium()]);
  expect(again).toEqual(found);
  await using browser = await chromium.launch({ args: chromiumFlags, ...found });
  const page = await browser.newPage();
  expect(await page.evaluate(() => 6 * 7)).toBe(42);
});
