import type { Browser, Page } from "playwright";
import { addableCharts } from "#client/staff/addableCharts.ts";
import { handOutSheet } from "#client/staff/handOutSheet.ts";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { comeInAs, confirm } from "../../../test/browser/support/comeInAs.ts";
import { connectTo, filesFor, hospitalPatients, titlesOf } from "../../../test/browser/support/hospitalPatients.ts";
import type { BrowserWorld } from "../../../test/browser/support/startApp.ts";
import { openSampleVault } from "../../seed/openSampleVault.ts";
import { clinicians, staff } from "../../seed/people.ts";
import type { Measure } from "../Measure.ts";

export type BatchMeasuresParameters = { browser: Browser; world: BrowserWorld };

const [patientCount, each, bytes] = [40, 5, 100_000];
const fileCount = patientCount * each;

export async function* batchMeasures({ browser, world }: BatchMeasuresParameters): AsyncGenerator<Measure> {
  const patients = await hospitalPatients(world, patientCount);
  await handOutToClerk(world);
  const files = filesFor(patients, each, bytes);
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
  page.setDefaultTimeout(300_000);
  const signed = signaturesOf(page);
  await page.goto(world.appUrl);
  await comeInAs(page, staff.clerk.name);
  await page.getByText(/You can add to the charts of/).waitFor();

  const reading = performance.now();
  await page.getByLabel("Choose files", { exact: true }).setInputFiles(files);
  await page.getByText(`${fileCount} records for ${patientCount} patients.`).waitFor();
  yield { name: "preview", value: performance.now() - reading, unit: "ms" };

  const begin = performance.now();
  await start(page);
  await page.getByText(new RegExp(`(1[5-9]|2\\d) of ${patientCount} charts`)).waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByRole("heading", { name: "What was added" }).waitFor();
  const first = performance.now() - begin;
  const before = await countOf(patients);
  yield { name: "stopped.records", value: before, unit: "on chain" };

  await page.getByRole("button", { name: "Add more" }).click();
  await page.getByLabel("Choose files", { exact: true }).setInputFiles(files);
  await page.getByText(/\d+ records for \d+ patients\./).waitFor();
  const again = performance.now();
  await start(page);
  await page.getByRole("heading", { name: "What was added" }).waitFor();
  yield { name: "all", value: first + performance.now() - again, unit: "ms" };
  const after = await countOf(patients);
  yield { name: "records", value: after, unit: "on chain" };
  if (after !== fileCount) throw new Error(`${after} records instead of ${fileCount}.`);
  yield { name: "signatures", value: signed.count, unit: "by the clerk" };
  yield { name: "gas", value: await gasOf(world), unit: "in all" };
}

async function start(page: Page): Promise<void> {
  await page.getByRole("button", { name: /^Add \d+ records? to/ }).click();
  await confirm(page, "Add them all");
}

/** What the page brings to the gateway, by name. */
function signaturesOf(page: Page): { count: number } {
  const signed = { count: 0 };
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/relay")) {
      if (request.postData()?.includes('"PublishAsStaff"')) signed.count++;
    }
  });
  return signed;
}

async function handOutToClerk(world: BrowserWorld): Promise<void> {
  const { hospital } = clinicians;
  const connection = await connectTo(world, hospital.account as unknown as Parameters<typeof connectTo>[1]);
  const holder = await openSampleVault(hospital, connection);
  const { charts } = await addableCharts(holder, connection);
  await handOutSheet({ holder, connection, charts, staff: [staff.clerk.account.address] });
}

/** Also holds each chart against what it must have: every title once. */
async function countOf(patients: Awaited<ReturnType<typeof hospitalPatients>>): Promise<number> {
  let count = 0;
  for (const patient of patients) {
    const titles = await titlesOf(patient);
    if (new Set(titles).size < titles.length) throw new Error("A record is there twice.");
    count += titles.length;
  }
  return count;
}

/** Of the transactions in which the clerk's records came. */
async function gasOf(world: BrowserWorld): Promise<number> {
  const { clientChain } = await connectTo(world);
  const { client, deployment } = clientChain;
  const logs = await client.getContractEvents({
    address: deployment.contracts.RecordRegistry,
    abi: contractAbis.RecordRegistry,
    eventName: "RecordsPublishedByStaff",
    args: { staff: staff.clerk.account.address },
    fromBlock: 0n,
  });
  const hashes = [...new Set(logs.map(({ transactionHash }) => transactionHash))];
  const receipts = await Promise.all(hashes.map((hash) => client.getTransactionReceipt({ hash })));
  return receipts.reduce((sum, { gasUsed }) => sum + Number(gasUsed), 0);
}
