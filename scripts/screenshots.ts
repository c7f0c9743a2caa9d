/** Every screen as a picture, light and dark, on a phone and on a desk: `npm run screenshots -- FOLDER [name…]`. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright";
import { reach, screens } from "../test/browser/support/screens.ts";
import { chromiumFlags } from "./browser/chromiumFlags.ts";
import { findChromium } from "./browser/findChromium.ts";

const [folder = "cache/screenshots", ...wanted] = process.argv.slice(2);
const address = process.env.OWNCHART_APP_URL ?? "http://localhost:5173/app/";
const sizes = { phone: { width: 360, height: 780 }, desk: { width: 1280, height: 900 } };

await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ args: chromiumFlags, ...(await findChromium()) });
for (const screen of screens.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  for (const [size, viewport] of Object.entries(sizes)) {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await browser.newPage({ viewport, colorScheme, reducedMotion: "reduce" });
      await page.goto(address);
      await reach(page, screen);
      const path = join(folder, `${screen.name}-${size}-${colorScheme}.png`);
      await page.screenshot({ path });
      console.log(path);
      await page.close();
    }
  }
}
await browser.close();
