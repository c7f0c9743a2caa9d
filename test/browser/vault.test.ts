import type { Browser, BrowserContext, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { confirm } from "./support/comeInAs.ts";
import { openApp, openBrowser } from "./support/openApp.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();

/** A phone that has passkeys with secrets of their own (PRF), and whose owner always nods. */
async function addPasskeys(context: BrowserContext, page: Page): Promise<void> {
  const cdp = await context.newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}

/** From the paper on the screen. */
async function shownCode(page: Page): Promise<string[]> {
  await page.getByText("Group 6").waitFor();
  const lines = await page.getByRole("listitem").allInnerTexts();
  return lines.map((line) => line.split("\n").at(-1)!.trim());
}

/** As people write, small and with the letter O. */
async function typeWhatIsAsked(page: Page, groups: string[]): Promise<void> {
  for (const [place, group] of groups.entries()) {
    const field = page.getByLabel(`Group ${place + 1}`, { exact: true });
    if ((await field.count()) > 0) await field.fill(group.toLowerCase().replaceAll("0", "o"));
  }
}

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
