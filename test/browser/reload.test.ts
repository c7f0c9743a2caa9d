import type { Browser, Page } from "playwright";
import { createPublicClient, createWalletClient, http, isAddressEqual } from "viem";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { holdBlocks } from "../system/support/holdBlocks.ts";
import { patients } from "../../scripts/seed/people.ts";
import { samplePassphrase } from "../../scripts/seed/samplePassphrase.ts";
import { comeInAs, confirm } from "./support/comeInAs.ts";
import { complaints, openApp, openBrowser } from "./support/openApp.ts";
import { refuseToPay } from "./support/refuseToPay.ts";
import { storedText } from "./support/storedText.ts";
import { testWallet } from "./support/testWallet.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const button = (page: Page, name: string) => page.getByRole("button", { name });

async function fillShare(page: Page, name: string) {
  await page.getByRole("link", { name: "Sharing" }).click();
  await page.getByRole("link", { name: "Share my chart" }).click();
  await page.getByRole("radio", { name }).check();
  await page.getByLabel("Your name, as your doctor knows it").fill("Priya Nair");
  await page.getByLabel("Your date of birth").fill("2003-11-27");
  await button(page, `Share with ${name}`).click();
}

/** The page goes once the gateway has what was signed; nothing it answers is heard. */
async function reloadOnceSent(page: Page, path: string) {
  const sent = Promise.withResolvers<void>();
  await page.context().route(path, async (route) => {
    await route.fetch().catch(() => {});
    sent.resolve();
  });
  return async () => {
    await sent.promise;
    await page.reload();
    await page.context().unroute(path);
  };
}

test("the end of a share that a reload interrupts is followed, told, and forgotten", async () => {
  const page = await openApp(browser);
  await comeInAs(page, "Priya Nair");
  await fillShare(page, "Harbor General Hospital");
  await confirm(page, "Share");
  await page.getByText("Harbor General Hospital can now see what you shared.").waitFor();

  await button(page, "End sharing with Harbor General Hospital").click();
  const reload = await reloadOnceSent(page, "**/relay");
  const release = await holdBlocks(inject("world").rpcUrl);
  try {
    await confirm(page, "End it");
    await reload();
    await comeInAs(page, "Priya Nair");
    await page.getByText("The end of a share is on its way to the chain").waitFor();
  } finally {
    await release();
  }
  await page.getByText("The share that you ended before the page was loaded again is over.").waitFor();
  await page.getByRole("link", { name: "Sharing" }).click();
  await button(page, "End sharing with Harbor General Hospital").waitFor({ state: "detached" });
  await button(page, "All right").click();
  await page.reload();
  await comeInAs(page, "Priya Nair");
  await page.getByRole("link", { name: "Sharing" }).click();
  await page.getByText("Who can see what").waitFor();
  await page.getByText("before the page was loaded again").waitFor({ state: "detached" });
  expect(complaints).toEqual([]);
}, 120_000);

test("what the page had not sent when it was closed is told to be lost", async () => {
  const page = await openApp(browser);
  await comeInAs(page, "Priya Nair");
  await fillShare(page, "Harbor General Hospital");
  const asked = Promise.withResolvers<void>();
  await page.context().route("**/relay", () => asked.resolve()); // and it goes nowhere
  await confirm(page, "Share");
  await asked.promise;
  await page.reload();
  await page.context().unroute("**/relay");
  await comeInAs(page, "Priya Nair");
  await page.getByText("A share that you signed is on its way to the chain").waitFor();
  await page.getByText("A share that you signed did not happen: the page was closed before").waitFor();
}, 120_000);

test("adding that is interrupted before the signature is said to be nothing", async () => {
  const page = await openApp(browser);
  await comeInAs(page, "Priya Nair");
  const records = await page.getByText(/^\d+ records$/).textContent();
  await page.getByRole("link", { name: "Add", exact: true }).click();
  const choosing = page.waitForEvent("filechooser");
  await button(page, "Choose files").click();
  const note = { name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("A note") };
  await (await choosing).setFiles([note]);
  await button(page, "Add 1 record").click();
  await page.getByRole("dialog").getByRole("button", { name: "Add", exact: true }).waitFor();
  await page.reload();
  await comeInAs(page, "Priya Nair");
  await page.getByText("What you wanted to add was not signed before the page was closed").waitFor();
  expect(await page.getByText(/^\d+ records$/).textContent()).toBe(records);
}, 120_000);

const told = {
  faster: "Your wallet sent it a second time, and that one counted.",
  cancelled: "your wallet sent something else in its place",
};

test("a transaction of one's own is followed over a reload to the faster one, or to its cancellation", async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const { account } = patients.priya;
  await testWallet(context, { account });
  const page = await openApp(browser, {}, context);
  const comeIn = async () => {
    await button(page, "Use Test wallet").click();
    await confirm(page, "Sign in");
    await page.getByLabel("Passphrase").fill(samplePassphrase);
    await button(page, "Unlock").click();
    await page.getByRole("button", { name: "Lock", exact: true }).waitFor();
  };
  const wallet = createWalletClient({ account, transport: http(inject("world").rpcUrl) });
  const more = { maxFeePerGas: 50_000_000_000n, maxPriorityFeePerGas: 10_000_000_000n, gas: 500_000n, chain: null };
  const chain = createPublicClient({ transport: http(inject("world").rpcUrl) });
  const own = async () => {
    const { transactions } = await chain.getBlock({ blockTag: "pending", includeTransactions: true });
    return transactions.find(({ from }) => isAddressEqual(from, account.address));
  };

  await comeIn();
  for (const way of ["faster", "cancelled"] as const) {
    await fillShare(page, "Harbor General Hospital");
    await refuseToPay(context);
    await confirm(page, "Share");
    await page.getByRole("heading", { name: "The gateway does not answer" }).waitFor();
    const release = await holdBlocks(inject("world").rpcUrl);
    try {
      await confirm(page, "Send it myself");
      await expect.poll(own).toBeDefined();
      const { hash, to, input, nonce } = (await own())!;
      await expect.poll(() => storedText(page)).toContain(hash); // once the page has learned of it
      await page.reload();
      await context.unroute("**/relay");
      const next = way === "faster" ? { to, data: input } : { to: account.address, value: 0n };
      await wallet.sendTransaction({ ...next, nonce, ...more });
    } finally {
      await release();
    }
    await comeIn();
    await page.getByText(told[way]).waitFor();
    await button(page, "All right").click();
  }
}, 180_000);
