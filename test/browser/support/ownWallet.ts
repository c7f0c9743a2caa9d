import type { BrowserContext, Page } from "playwright";
import { confirm } from "./comeInAs.ts";

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();

/** A device that has passkeys with secrets of their own (PRF), and whose owner always nods. */
export async function addPasskeys(context: BrowserContext, page: Page): Promise<void> {
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
export async function shownCode(page: Page): Promise<string[]> {
  await page.getByText("Group 6").waitFor();
  const lines = await page.getByRole("listitem").allInnerTexts();
  return lines.map((line) => line.split("\n").at(-1)!.trim());
}

/** As people write, small and with the letter O. */
export async function typeWhatIsAsked(page: Page, groups: string[]): Promise<void> {
  for (const [place, group] of groups.entries()) {
    const field = page.getByLabel(`Group ${place + 1}`, { exact: true });
    if ((await field.count()) > 0) await field.fill(group.toLowerCase().replaceAll("0", "o"));
  }
}

/** The recovery code is on paper, and a passkey for every day is made. */
export async function makeVault(page: Page): Promise<void> {
  const groups = await shownCode(page);
  await press(page, "I have it on paper");
  await typeWhatIsAsked(page, groups);
  await press(page, "Check");
  await press(page, "Use a passkey");
}

/** Somebody without a wallet, who makes one on this device and opens a chart. */
export async function createHere(page: Page): Promise<void> {
  await addPasskeys(page.context(), page);
  await press(page, "Create one here");
  await makeVault(page);
  await confirm(page, "Publish");
  await confirm(page, "Open my chart");
  await page.getByRole("heading", { name: "My chart" }).waitFor();
}
