import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type BundleEntry, type Resource } from "#core/records/BundleEntry.ts";
import { entriesOf } from "#core/records/entriesOf.ts";
import { comeInAs, confirm } from "./support/comeInAs.ts";
import { oldChart, oldPassphrase } from "./support/oldChart.ts";
import { complaints, openApp, openBrowser } from "./support/openApp.ts";
import { createHere } from "./support/ownWallet.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

type File = { name: string; mimeType: string; buffer: Buffer };

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();
const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).click();
const choose = (page: Page, file: File) => page.getByLabel("Choose files").setInputFiles(file);

async function taken(page: Page, button: string): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, button)]);
  return readFile(await download.path());
}

/** The whole chart as one Bundle, in an order of its own: two charts list what came at once in different ones. */
async function bundleOf(page: Page): Promise<BundleEntry[]> {
  await link(page, "Download everything");
  await page.getByRole("radio", { name: /For another app/ }).check();
  const text = (await taken(page, "Download everything")).toString();
  const entries = entriesOf(JSON.parse(text) as Resource);
  return entries.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

async function typePassphrase(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel("Its passphrase").fill(passphrase);
  await press(page, "Open the archive");
}

test("somebody who begins anew has their whole chart back from an archive, under one signature, and once", async () => {
  const before = await openApp(browser);
  await comeInAs(before, "Tomás Rivera");
  const expected = await bundleOf(before);
  await link(before, "Back to the chart");
  await link(before, "Download everything");
  const field = before.getByLabel("Your passphrase");
  await expect.poll(() => field.inputValue()).toMatch(/^\w+( \w+){5}$/);
  const passphrase = await field.inputValue();
  const archive = { name: "old.ownchart", mimeType: "", buffer: await taken(before, "Make the archive") };
  const [count] = /^\d+/.exec((await before.getByText(/^\d+ records are in/).textContent())!)!;

  const page = await openApp(browser);
  await createHere(page);
  await link(page, "I have an archive from before");
  await choose(page, archive);
  await typePassphrase(page, "somebody else's guess");
  await page.getByText("This passphrase does not open the archive").waitFor();
  await typePassphrase(page, passphrase);
  await page.getByText("They will stand in your chart as added by you").waitFor();
  await press(page, `Add ${count} records`);
  await confirm(page, "Add");
  await page.getByText(`${count} records were added.`).waitFor();
  await link(page, "Back to the chart");
  await page.getByText(`${count} records`, { exact: true }).waitFor();
  expect(await bundleOf(page)).toEqual(expected);

  await link(page, "Back to the chart");
  await link(page, "Add");
  await choose(page, archive);
  await typePassphrase(page, passphrase);
  await page.getByText("All of them are in your chart already, so nothing is left to add.").waitFor();
  await page.getByText("Choose at least one record.").waitFor();
  expect(complaints).toEqual([]);
}, 180_000);

test("what was replaced stays behind and is named, and a damaged archive is refused whole", async () => {
  const page = await openApp(browser);
  await comeInAs(page, "Leo Chen");
  await link(page, "Add");
  const file = await oldChart();
  await choose(page, { ...file, name: "cut.ownchart", buffer: file.buffer.subarray(0, -1) });
  await typePassphrase(page, oldPassphrase);
  await page.getByText("This archive is damaged or not whole").waitFor();
  await page.getByText("Choose at least one record.").waitFor();
  await press(page, "Remove cut.ownchart");
  await choose(page, file);
  await typePassphrase(page, oldPassphrase);
  await page.getByText("1 record stays behind").click();
  await page.getByText(/: a newer version took its place$/).waitFor();
}, 120_000);
