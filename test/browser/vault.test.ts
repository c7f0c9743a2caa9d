import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { confirm } from "./support/comeInAs.ts";
import { openApp, openBrowser } from "./support/openApp.ts";
import { addPasskeys, shownCode, typeWhatIsAsked } from "./support/ownWallet.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();

test("somebody without a wallet begins with a passkey, and has everything back elsewhere by the code alone", async () => {
  const page = await openApp(browser);
  await addPasskeys(page.context(), page);
  await press(page, "Create one here");
  const groups = await shownCode(page);
  await press(page, "I have it on paper");
  await page
    .getByLabel(/^Group \d$/)
    .first()
    .fill("WRONG");
  await page
    .getByLabel(/^Group \d$/)
    .last()
    .fill("WRONG");
  await press(page, "Check");
  await page.getByRole("alert").waitFor();
  await typeWhatIsAsked(page, groups);
  await press(page, "Check");
  await press(page, "Use a passkey");
  await confirm(page, "Publish");
  await confirm(page, "Open my chart");
  await page.getByRole("heading", { name: "My chart" }).waitFor();

  await press(page, /^Lock$/);
  await press(page, /Come back as/);
  await press(page, "Unlock with your passkey");
  await page.getByRole("heading", { name: "My chart" }).waitFor();

  const phone = await openApp(browser, { viewport: { width: 360, height: 740 } });
  await press(phone, "Bring back with a recovery code");
  await phone.getByRole("textbox", { name: "Recovery code" }).fill("0".repeat(27));
  await press(phone, "Bring back");
  await phone.getByRole("alert").waitFor();
  await phone.getByRole("textbox", { name: "Recovery code" }).fill(groups.join(" ").toLowerCase());
  await press(phone, "Bring back");
  await phone.getByText("Everything is back.").waitFor();
  await phone.getByRole("link", { name: "My chart" }).click();
  await phone.getByRole("heading", { name: "My chart" }).waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
}, 180_000);
