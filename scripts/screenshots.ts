/**
 * Every screen as a picture, light and dark, on a phone and on a desk: `npm run screenshots -- FOLDER [name…]`.
 * Those of the guide, in their place: `npm run screenshots -- --guide [name…]`.
 */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright";
import { reach, screens } from "../test/browser/support/screens.ts";
import { chromiumFlags } from "./browser/chromiumFlags.ts";
import { findChromium } from "./browser/findChromium.ts";
import { guidePictures, pictureFolder } from "./screenshots/guidePictures.ts";

type Picture = { screen: string; size: keyof typeof sizes; colorScheme: "light" | "dark"; path: string };

const [first = "cache/screenshots", ...wanted] = process.argv.slice(2);
const address = process.env.OWNCHART_APP_URL ?? "http://localhost:5173/app/";
const sizes = { phone: { width: 360, height: 780 }, desk: { width: 1280, height: 900 } };

const everyLook = () =>
  screens.flatMap(({ name: screen }) =>
    (["phone", "desk"] as const).flatMap((size) =>
      (["light", "dark"] as const).map((colorScheme): Picture => {
        return { screen, size, colorScheme, path: join(first, `${screen}-${size}-${colorScheme}.png`) };
      }),
    ),
  );

const ofGuide = async () =>
  (await guidePictures()).map(({ screen, size }): Picture => {
    const path = join(pictureFolder, `${screen}-${size}.png`);
    return { screen, size: size as keyof typeof sizes, colorScheme: "light", path };
  });

const all = first === "--guide" ? await ofGuide() : everyLook();
await mkdir(first === "--guide" ? pictureFolder : first, { recursive: true });
const browser = await chromium.launch({ args: chromiumFlags, ...(await findChromium()) });
for (const { screen, size, colorScheme, path } of all) {
  if (wanted.length > 0 && !wanted.includes(screen)) continue;
  const page = await browser.newPage({ viewport: sizes[size], colorScheme, reducedMotion: "reduce" });
  await page.goto(address);
  await reach(
    page,
    screens.find(({ name }) => name === screen)!,
  );
  await page.screenshot({ path });
  console.log(path);
  await page.close();
}
await browser.close();
