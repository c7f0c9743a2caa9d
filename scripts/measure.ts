/** Measures what people wait for, in Chromium, on an `npm start` of its own: a line a figure. Takes two minutes. */
import { chromium } from "playwright";
import { startApp } from "../test/browser/support/startApp.ts";
import { chromiumFlags } from "./browser/chromiumFlags.ts";
import { findChromium } from "./browser/findChromium.ts";
import { measureLine } from "./measure/measureLine.ts";
import { appMeasures } from "./measure/app/appMeasures.ts";

process.stdout.on("error", () => process.exit()); // whoever read along has seen enough

const { world, end } = await startApp({
  OWNCHART_REQUESTS_PER_MINUTE: "1000000",
  OWNCHART_RELAY_GAS_PER_SIGNER: "100000000000",
  OWNCHART_RELAY_GAS_PER_NETWORK_ADDRESS: "100000000000",
});
const browser = await chromium.launch({ args: chromiumFlags, ...(await findChromium()) });
try {
  for await (const measure of appMeasures({ browser, world })) console.log(measureLine("app", measure));
} finally {
  await browser.close();
  await end();
}
