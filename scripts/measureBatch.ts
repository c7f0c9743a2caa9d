/**
 * Two hundred files for forty patients, added by a hospital's clerk in Chromium on an `npm start` of its own: stopped in the
 * middle, gone on with, and counted on the chain. A line a figure; fails where a record is missing or there twice.
 */
import { chromium } from "playwright";
import { startApp } from "../test/browser/support/startApp.ts";
import { chromiumFlags } from "./browser/chromiumFlags.ts";
import { findChromium } from "./browser/findChromium.ts";
import { batchMeasures } from "./measure/batch/batchMeasures.ts";
import { measureLine } from "./measure/measureLine.ts";

process.stdout.on("error", () => process.exit()); // whoever read along has seen enough

const { world, end } = await startApp({ OWNCHART_REQUESTS_PER_MINUTE: "1000000" });
const browser = await chromium.launch({ args: chromiumFlags, ...(await findChromium()) });
try {
  for await (const measure of batchMeasures({ browser, world })) console.log(measureLine("batch", measure));
} finally {
  await browser.close();
  await end();
}
