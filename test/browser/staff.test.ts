import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { clinicians } from "../../scripts/seed/people.ts";
import { comeInAs, confirm } from "./support/comeInAs.ts";
import { filesFor, hospitalPatients, titlesOf } from "./support/hospitalPatients.ts";
import { comeInWithWallet, newClerk, withdrawClerk } from "./support/hospitalStaff.ts";
import { openApp, openBrowser } from "./support/openApp.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const hospital = clinicians.hospital.name;
const world = () => inject("world");

async function openForClerk() {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const clerk = await newClerk(world(), context);
  const page = await openApp(browser, {}, context);
  await comeInWithWallet(page);
  return { ...clerk, page };
}

async function appoint(desk: Page, address: string, name: string) {
  await desk.getByRole("link", { name: "Staff", exact: true }).click();
  await desk.getByLabel("What you call them").fill(name);
  await desk.getByLabel("Their address").fill(address);
  await desk.getByRole("button", { name: "Appoint" }).click();
  await confirm(desk, "Appoint");
  await desk.getByText(`${name} may now add for you.`).waitFor();
}

async function handOut(desk: Page) {
  await desk.getByRole("button", { name: "Hand out keys" }).click();
  await confirm(desk, "Hand them out");
  await desk.getByText(/the newest keys now/).waitFor();
}

describe("a hospital's staff", () => {
  test("come in, are appointed, get keys, add, and what they added is the hospital's, until they are withdrawn", async () => {
    const patients = await hospitalPatients(world(), 2);
    const [desk, clerk] = [await openApp(browser), await openForClerk()];
    await comeInAs(desk, hospital);
    await desk.getByRole("link", { name: "Staff", exact: true }).click();
    await desk.getByLabel("What you call them").fill("Ines");
    await desk.getByLabel("Their address").fill(clerk.account.address);
    await desk.getByText(/This person cannot be sent keys yet/).waitFor();
    expect(await desk.getByRole("button", { name: "Appoint" }).isDisabled()).toBe(true);

    await clerk.page.getByRole("button", { name: "I work for a hospital" }).click();
    await confirm(clerk.page, "Publish");
    await clerk.page.getByText("Your key is published.").waitFor();
    await appoint(desk, clerk.account.address, "Ines");

    await clerk.page.getByRole("heading", { name: `Add for ${hospital}` }).waitFor();
    await clerk.page.getByText("The hospital has not handed out keys to you yet").waitFor();
    await handOut(desk);
    await desk.getByText("Nothing has changed since.").waitFor();
    await clerk.page.getByText(/You can add to the charts of/).waitFor();

    await clerk.page.getByLabel("Choose files", { exact: true }).setInputFiles(filesFor(patients, 2));
    await clerk.page.getByText("Your wallet will ask you once for each chart: 2 times.").waitFor();
    const before = signaturesOf(clerk.wallet.methods);
    await clerk.page.getByRole("button", { name: "Add 4 records to 2 charts" }).click();
    await confirm(clerk.page, "Add them all");
    await clerk.page.getByText("4 files added").waitFor();
    expect(signaturesOf(clerk.wallet.methods) - before).toBe(2);
    for (const patient of patients) expect(await titlesOf(patient)).toEqual(["lab result 1", "lab result 2"]);

    await desk.getByRole("button", { name: "End the work of Ines now" }).click();
    await confirm(desk, "End it");
    await desk.getByText("Ines can add nothing more for you.").waitFor();
    await clerk.page.getByText("You work for no hospital now").waitFor();
  }, 180_000);

  test("withdrawn in the middle of a batch add nothing from the next block on", async () => {
    const patients = await hospitalPatients(world(), 2);
    const [desk, clerk] = [await openApp(browser), await openForClerk()];
    await clerk.page.getByRole("button", { name: "I work for a hospital" }).click();
    await confirm(clerk.page, "Publish");
    await comeInAs(desk, hospital);
    await appoint(desk, clerk.account.address, "Bo");
    await handOut(desk);
    await clerk.page.getByText(/You can add to the charts of/).waitFor();
    await clerk.page.getByLabel("Choose files", { exact: true }).setInputFiles(filesFor(patients, 1));
    await clerk.page.getByRole("button", { name: "Add 2 records to 2 charts" }).click();
    let withdrawing: Promise<void> | undefined;
    await clerk.page.context().route("**/capsules/**", async (route) => {
      await (withdrawing ??= withdrawClerk(world(), clerk.account.address));
      await route.continue();
    });
    await confirm(clerk.page, "Add them all");
    await clerk.page.getByText("2 files not added").waitFor();
    for (const patient of patients) expect(await titlesOf(patient)).toEqual([]);
  }, 180_000);

  test("of the sample hospital can begin at once, and a patient sees whose record it is", async () => {
    const clerk = await openApp(browser);
    await comeInAs(clerk, "Rosa Marín");
    await clerk.getByRole("heading", { name: `Add for ${hospital}` }).waitFor();
    const title = "lab potassium";
    const file = { name: `Chen, Maya 1993-08-14 ${title}.txt`, mimeType: "text/plain", buffer: Buffer.from(title) };
    await clerk.getByLabel("Choose files", { exact: true }).setInputFiles([file]);
    await clerk.getByRole("button", { name: "Add 1 record to 1 chart" }).click();
    await confirm(clerk, "Add them all");
    await clerk.getByText("1 file added").waitFor();
    const patient = await openApp(browser);
    await comeInAs(patient, "Maya Chen"); // whose keys no other walk changes
    await patient.getByLabel("Search titles").fill(title);
    await patient.getByRole("button", { name: new RegExp(`${title}.*${hospital}`, "s") }).waitFor();
  }, 120_000);
});

function signaturesOf(methods: readonly string[]): number {
  return methods.filter((method) => method === "eth_signTypedData_v4").length;
}
