import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { Browser, Download, Page } from "playwright";
import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { readZip } from "#test/support/readZip.ts";
import { listShared, readShared } from "#test/support/shared.ts";
import type { BundleEntry } from "#core/records/BundleEntry.ts";
import { entriesOf } from "#core/records/entriesOf.ts";
import { patients } from "../../scripts/seed/people.ts";
import { sampleRecords } from "../../scripts/seed/sampleRecords.ts";
import { comeInAs, confirm } from "./support/comeInAs.ts";
import { complaints, openApp, openBrowser } from "./support/openApp.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true }).click();
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

async function goToDownload(page: Page) {
  await comeInAs(page, "Tomás Rivera");
  await page.getByText(/^\d+ records$/).waitFor();
  await page.getByRole("link", { name: "Download everything" }).click();
}

async function downloaded(page: Page, button: string): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent("download"), press(page, button)]);
  return download;
}

const bytesOf = async (download: Download) => new Uint8Array(await readFile(await download.path()));

/** What the project's own generator put into his chart: resources by their names, and files. */
function whatIsInTheChart() {
  const today = new Date().toISOString().slice(0, 10);
  const records = sampleRecords({ patient: patients.tomas, today });
  const isFhir = ({ mediaType }: { mediaType: string }) => mediaType === "application/fhir+json";
  const entries = records.filter(isFhir).flatMap(({ content }) => entriesOf(JSON.parse(textOf(content))));
  return { records, byName: byName(entries), files: records.filter((record) => !isFhir(record)) };
}

function byName(entries: readonly BundleEntry[]) {
  return new Map(entries.map((entry) => [entry.fullUrl as string, entry.resource]));
}

test("everything comes as one Bundle that has each resource as it was and each paper to the byte", async () => {
  const page = await openApp(browser);
  await goToDownload(page);
  await page.getByRole("radio", { name: /For another app/ }).check();
  await page.getByText("This file is not locked").waitFor();
  const download = await downloaded(page, "Download everything");
  expect(download.suggestedFilename()).toMatch(/^Ownchart \d{4}-\d\d-\d\d\.json$/);
  const { records, byName: expected, files } = whatIsInTheChart();
  await page.getByText(`${records.length} records are in “${download.suggestedFilename()}”.`).waitFor();

  const entries = entriesOf(JSON.parse(textOf(await bytesOf(download))));
  const found = byName(entries);
  for (const [name, resource] of expected) expect(found.get(name), name).toEqual(resource);
  const ours = entries.filter(({ fullUrl }) => !expected.has(fullUrl as string));
  const attachments = ours.map(({ resource }) => {
    const [{ attachment }] = resource["content"] as [
      { attachment: { title: string; contentType: string; data: string } },
    ];
    return [attachment.title, attachment.contentType, attachment.data];
  });
  const asWritten = files.map(({ title, mediaType, content }) => [
    title,
    mediaType,
    Buffer.from(content).toString("base64"),
  ]);
  expect(attachments.toSorted()).toEqual(asWritten.toSorted());
  expect(complaints).toEqual([]);
}, 120_000);

test("an archive shows nothing without its passphrase, and opens with it for somebody without a wallet", async () => {
  const page = await openApp(browser);
  await goToDownload(page);
  const field = page.getByLabel("Your passphrase");
  await expect.poll(() => field.inputValue()).toMatch(/^\w+( \w+){5}$/);
  const passphrase = await field.inputValue();
  const download = await downloaded(page, "Make the archive");
  expect(download.suggestedFilename()).toMatch(/^Ownchart \d{4}-\d\d-\d\d\.ownchart$/);
  const archive = join(tmpdir(), `ownchart-${process.pid}.ownchart`);
  onTestFinished(() => rm(archive, { force: true }));
  const bytes = await bytesOf(download);
  expect(Buffer.from(bytes).includes("bundle.json")).toBe(false);
  await writeFile(archive, bytes);

  const stranger = await openApp(browser);
  await stranger.getByRole("link", { name: "Open an archive of a chart" }).click();
  await stranger.getByLabel("Choose the archive").setInputFiles(archive);
  await stranger.getByLabel("Its passphrase").fill("somebody else's guess");
  await press(stranger, "Open");
  await stranger.getByText("This passphrase does not open the archive").waitFor();
  await stranger.getByLabel("Its passphrase").fill(passphrase);
  const files = readZip(await bytesOf(await downloaded(stranger, "Open")));
  const { records, byName: expected, files: papers } = whatIsInTheChart();
  const found = byName(entriesOf(JSON.parse(textOf(files.get("bundle.json")!))));
  for (const [name, resource] of expected) expect(found.get(name), name).toEqual(resource);
  const index = JSON.parse(textOf(files.get("index.json")!)) as { records: { title: string; file: string }[] };
  expect(index.records).toHaveLength(records.length);
  for (const { title, content } of papers) {
    const { file } = index.records.find((record) => record.title === title)!;
    expect(Buffer.compare(files.get(file)!, content), title).toBe(0);
  }
}, 120_000);

test("what cannot be had is named, on the screen and by the file's name; what is stopped leaves no file", async () => {
  const page = await openApp(browser);
  let [gone, isSlow] = ["", false];
  await page.route(/\/ipfs\/b/, async (route) => {
    const cid = /\/ipfs\/(b[a-z2-7]+)/.exec(route.request().url())![1]!;
    gone ||= cid;
    if (isSlow) await new Promise((resolve) => setTimeout(resolve, 500));
    if (cid !== gone) return route.continue();
    await route.fulfill({ status: 404, headers: { "Access-Control-Allow-Origin": "*" }, body: "" });
  });
  await goToDownload(page);
  await page.getByRole("radio", { name: /For another app/ }).check();
  const download = await downloaded(page, "Download everything");
  expect(download.suggestedFilename()).toMatch(/ incomplete\.json$/);
  const alert = page.getByRole("alert");
  await alert.getByText("1 record is missing from this file, because it cannot be had:").waitFor();
  await alert
    .getByRole("listitem")
    .getByText(/: .+\.$/)
    .waitFor();

  await press(page, "Download in another form");
  await page.getByRole("radio", { name: /For another app/ }).check();
  isSlow = true;
  let files = 0;
  page.on("download", () => void files++);
  await press(page, "Download everything");
  await page.getByRole("progressbar").waitFor();
  await press(page, "Stop");
  await page.getByText("Stopped: nothing was downloaded.").waitFor();
  expect(files).toBe(0);
}, 120_000);

test("a history as a hospital writes it comes in, is told over time, and goes out resource by resource", async (context) => {
  const folder = "fixtures/synthea-r4";
  const name = (await listShared(folder)).find((file) => file.endsWith(".json.gz"));
  if (name === undefined) return context.skip("left out, since ../shared is absent");
  const history = gunzipSync((await readShared(`${folder}/${name}`))!);
  const page = await openApp(browser);
  await comeInAs(page, "Leo Chen");
  await page.getByRole("link", { name: "Add", exact: true }).click();
  const file = { name: "history.json", mimeType: "application/json", buffer: history };
  await page.getByLabel("Choose files").setInputFiles(file);
  await press(page, /^Add \d+ records$/);
  await confirm(page, "Add");
  await page.getByText(/^\d+ records were added\.$/).waitFor();
  await page.getByRole("link", { name: "Back to the chart" }).click();
  await page.getByRole("link", { name: "Over time" }).click();
  await page.getByRole("button", { name: /^Blood pressure \d+\/\d+ mmHg/ }).waitFor();
  await page.getByRole("link", { name: "Back to the chart" }).click();
  await page.getByRole("link", { name: "Download everything" }).click();
  await page.getByRole("radio", { name: /For another app/ }).check();
  const found = byName(entriesOf(JSON.parse(textOf(await bytesOf(await downloaded(page, "Download everything"))))));
  const expected = byName(entriesOf(JSON.parse(history.toString())));
  expect(expected.size).toBeGreaterThan(100);
  for (const [fullUrl, resource] of expected) expect(found.get(fullUrl), fullUrl).toEqual(resource);
}, 120_000);
