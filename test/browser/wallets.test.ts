import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { patients } from "../../scripts/seed/people.ts";
import { samplePassphrase } from "../../scripts/seed/samplePassphrase.ts";
import { confirm } from "./support/comeInAs.ts";
import { openApp, openBrowser } from "./support/openApp.ts";
import { type TestWallet, testWallet } from "./support/testWallet.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

/** Kwame Mensah with a wallet of his own. */
async function openWithWallet(more: { chainId?: number; knowsOurChain?: boolean } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const wallet = await testWallet(context, { account: patients.kwame.account, ...more });
  return { wallet, page: await openApp(browser, {}, context) };
}

async function comeIn(page: Page) {
  await page.getByRole("button", { name: "Use Test wallet" }).click();
  await confirm(page, "Sign in");
  await page.getByLabel("Passphrase").fill(samplePassphrase);
  await page.getByRole("button", { name: "Unlock" }).click();
  await page.getByRole("button", { name: "Lock", exact: true }).waitFor();
}

async function fillShare(page: Page, name: string) {
  await page.getByRole("link", { name: "Sharing" }).click();
  await page.getByRole("link", { name: "Share my chart" }).click();
  await page.getByRole("radio", { name }).check();
  await page.getByLabel("Your name, as your doctor knows it").fill("Kwame Mensah");
  await page.getByLabel("Your date of birth").fill("1998-07-19");
  await page.getByRole("button", { name: `Share with ${name}` }).click();
}

const signed = (wallet: TestWallet) => wallet.methods.filter((method) => method === "eth_signTypedData_v4").length;

test("what is said no to in the wallet, or on the card before it, did not happen, and can be done again", async () => {
  const { wallet, page } = await openWithWallet();
  await comeIn(page);
  await fillShare(page, "Dr. Hanna Weiss");
  await page.getByRole("dialog").getByRole("button", { name: "Not now" }).click();
  await page.getByText("This was not signed, so nothing was done.").waitFor();
  expect(signed(wallet)).toBe(0);

  wallet.answers.push("reject");
  await page.getByRole("button", { name: "Share with Dr. Hanna Weiss" }).click();
  await confirm(page, "Share");
  await page.getByText("This was not signed, so nothing was done.").waitFor();
  expect(signed(wallet)).toBe(1);

  await page.getByRole("button", { name: "Share with Dr. Hanna Weiss" }).click();
  await confirm(page, "Share");
  await page.getByText("Dr. Hanna Weiss can now see what you shared.").waitFor();
});

test("a wallet that says no to signing in can be asked again", async () => {
  const { wallet, page } = await openWithWallet();
  wallet.answers.push("reject");
  await page.getByRole("button", { name: "Use Test wallet" }).click();
  await confirm(page, "Sign in");
  await page.getByText("This was not signed, so nothing was done.").waitFor();
  await comeIn(page);
});

test("a wallet on another chain is brought to ours, which it learns if it must", async () => {
  const { wallet, page } = await openWithWallet({ chainId: 1, knowsOurChain: false });
  await comeIn(page);
  expect(wallet.methods).toContain("wallet_addEthereumChain");
});

test("a wallet that goes elsewhere meanwhile is noticed, and one click brings it back", async () => {
  const { wallet, page } = await openWithWallet();
  await comeIn(page);
  await wallet.moveTo(1);
  await page.getByText("Your wallet is on another network").waitFor();
  await page.getByRole("button", { name: "Switch the network" }).click();
  await page.getByText("Your wallet is on another network").waitFor({ state: "hidden" });
});

test("where the gateway does not bring what was signed, the wallet does, once its owner has said so", async () => {
  const { wallet, page } = await openWithWallet();
  await comeIn(page);
  await fillShare(page, "Dr. Luís Ferreira");
  await page.context().route("**/relay", (route) => route.fulfill({ status: 502, body: "" }));
  await confirm(page, "Share");
  await page.getByRole("heading", { name: "The gateway does not answer" }).waitFor();
  await confirm(page, "Send it myself");
  await page.getByText("Dr. Luís Ferreira can now see what you shared.").waitFor();
  expect(wallet.methods).toContain("eth_sendTransaction");
}, 120_000);
