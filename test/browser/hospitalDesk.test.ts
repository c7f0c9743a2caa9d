import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { revokeAccess } from "#core/chart/revokeAccess.ts";
import { clinicians } from "../../scripts/seed/people.ts";
import { comeInAs, confirm } from "./support/comeInAs.ts";
import { filesFor, hospitalPatients, titlesOf } from "./support/hospitalPatients.ts";
import { press, tabTo } from "./support/keyboard.ts";
import { openApp, openBrowser } from "./support/openApp.ts";
import { storedText } from "./support/storedText.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const hospital = clinicians.hospital.name;

async function atTheDesk(): Promise<Page> {
  const page = await openApp(browser);
  await comeInAs(page, hospital);
  await page.getByRole("link", { name: "Add many" }).click();
  await page.getByText(/You can add to the charts of/).waitFor();
  return page;
}

async function choose(page: Page, files: Parameters<Locator["setInputFiles"]>[0]) {
  await page.getByLabel("Choose files", { exact: true }).setInputFiles(files);
}

const expectedTitles = (each: number) => Array.from({ length: each }, (_, place) => `lab result ${place + 1}`);

describe("at a hospital's desk", () => {
  test("twenty files go to four patients under one yes, though it is stopped, and the page loaded again", async () => {
    const patients = await hospitalPatients(inject("world"), 4);
    const files = filesFor(patients, 5);
    const page = await atTheDesk();
    await choose(page, files);
    await page.getByText("20 records for 4 patients.").waitFor();

    // Nothing that is stored reaches the chain as long as this holds.
    const held = Promise.withResolvers<void>();
    const reached = Promise.withResolvers<void>();
    await page.context().route("**/relay", async (route) => {
      reached.resolve();
      await held.promise;
      await route.continue();
    });
    await page.getByRole("button", { name: "Add 20 records to 4 charts" }).click();
    await confirm(page, "Add them all");
    await reached.promise;
    await page.getByRole("button", { name: "Stop" }).click();
    held.resolve();
    await page.getByRole("heading", { name: "What was added" }).waitFor();
    await page.context().unroute("**/relay");

    await page.reload();
    await comeInAs(page, hospital);
    await page.getByRole("link", { name: "Add many" }).click();
    await page.getByRole("button", { name: "Add more" }).click();
    await choose(page, files);
    const submit = page.getByRole("button", { name: /^Add \d+ records? to/ });
    const nothing = page.getByText("Nothing to add yet.");
    await submit.or(nothing).waitFor();
    if (await submit.isVisible()) {
      await submit.click();
      await confirm(page, "Add them all");
      await page.getByRole("heading", { name: "What was added" }).waitFor();
      expect(await page.getByText(/not added|not begun/).count()).toBe(0);
    }
    for (const patient of patients) expect(await titlesOf(patient)).toEqual(expectedTitles(5));

    // And once more: all of it is known, and nothing is offered.
    if (await page.getByRole("button", { name: "Add more" }).isVisible()) {
      await page.getByRole("button", { name: "Add more" }).click();
    } else await page.getByRole("button", { name: "Start over" }).click();
    await choose(page, files);
    await page.getByText("Nothing to add yet.").waitFor();
    expect(await page.getByText("In the chart already.").count()).toBe(20);
  }, 180_000);

  test("a page that is closed in the middle adds nothing twice the next time", async () => {
    const [patient] = await hospitalPatients(inject("world"), 1);
    const files = filesFor([patient!], 2);
    const page = await atTheDesk();
    await choose(page, files);
    await page.getByRole("button", { name: "Add 2 records to 1 chart" }).click();
    const sent = Promise.withResolvers<void>();
    await page.context().route("**/relay", async (route) => {
      await route.fetch(); // it gets there, and the page never learns of it
      sent.resolve();
    });
    await confirm(page, "Add them all");
    await sent.promise;
    await page.reload();
    await page.context().unroute("**/relay");
    await comeInAs(page, hospital);
    await page.getByRole("link", { name: "Add many" }).click();
    await choose(page, files);
    await page.getByRole("button", { name: "Add 2 records to 1 chart" }).click();
    await confirm(page, "Add them all");
    await page.getByText("2 files in the chart already").waitFor();
    expect(await titlesOf(patient!)).toEqual(expectedTitles(2));
  }, 120_000);

  test("a file goes to whom the list, the FHIR in it or its place names, and to nobody where these disagree", async () => {
    const [one, other] = await hospitalPatients(inject("world"), 2);
    const file = (name: string, text: string) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });
    const about = ({ name, birthDate }: typeof other & object) =>
      JSON.stringify({
        resourceType: "Bundle",
        type: "collection",
        entry: [
          { resource: { resourceType: "Patient", name: [{ text: name.toUpperCase() }], birthDate } },
          {
            resource: {
              resourceType: "DiagnosticReport",
              status: "final",
              category: [{ coding: [{ system: "http://terminology.hl7.org/CodeSystem/v2-0074", code: "LAB" }] }],
              code: { text: "Blood count" },
            },
          },
        ],
      });
    const page = await atTheDesk();
    await choose(page, [
      file(
        "index.csv",
        `file;name;birth date;part;title\nletter.txt;${one!.name};${one!.birthDate};Scans;A letter\nwrong.json;${one!.name};${one!.birthDate};;\n`,
      ),
      file("letter.txt", "The list says whose"),
      file("report.json", about(other!)),
      file("wrong.json", about(other!).replace("final", "amended")),
      file(`${other!.subject} lab report.txt`, "The name says whose"),
      file("nobody.txt", "Nothing says whose"),
    ]);
    await page.getByText("The list, the file and its place name different people.").waitFor();
    await page.getByText("Nothing says whose this is.").waitFor();
    await page.getByRole("button", { name: "Add 3 records to 2 charts" }).click();
    await confirm(page, "Add them all");
    await page.getByText("3 files added").waitFor();
    await page.getByText("2 files left out").waitFor();
    expect(await titlesOf(one!)).toEqual(["A letter"]);
    expect(await titlesOf(other!)).toHaveLength(2);
    const saving = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download the report" }).click();
    const report = await Array.fromAsync((await (await saving).createReadStream()) as AsyncIterable<Buffer>);
    const text = Buffer.concat(report).toString();
    expect(text.split("\r\n")).toHaveLength(7);
    expect(text).toContain("nobody.txt");
    await page.getByRole("button", { name: "Throw this report away" }).click();
    await page.getByText("Drop files or a folder here").waitFor();
  }, 120_000);

  test("a folder is added as it lies, and the device keeps nothing of it in the clear", async () => {
    const [patient] = await hospitalPatients(inject("world"), 1);
    const { name, birthDate } = patient!;
    const folder = await mkdtemp(join(tmpdir(), "ownchart-desk-"));
    const own = join(folder, `${name.toUpperCase()} ${birthDate}`, "November");
    await mkdir(own, { recursive: true });
    await writeFile(join(own, "lab potassium.txt"), "Potassium is fine");
    const page = await atTheDesk();
    await page.getByLabel("Choose a folder", { exact: true }).setInputFiles(folder);
    await page.getByRole("button", { name: "Add 1 record to 1 chart" }).click();
    await confirm(page, "Add them all");
    await page.getByText("1 file added").waitFor();
    expect(await titlesOf(patient!)).toEqual(["lab potassium"]);
    const stored = await storedText(page);
    for (const secret of [name, name.toUpperCase(), "potassium", "Potassium"]) expect(stored).not.toContain(secret);
    await rm(folder, { recursive: true });
  }, 120_000);

  test("what one patient no longer allows hinders no other, and is told", async () => {
    const patients = await hospitalPatients(inject("world"), 2);
    const [stays, ends] = patients;
    const page = await atTheDesk();
    await choose(page, filesFor(patients, 1));
    await page.getByRole("button", { name: "Add 2 records to 2 charts" }).click();
    await revokeAccess({ holder: ends!.holder, grantee: clinicians.hospital.account.address });
    await confirm(page, "Add them all");
    await page.getByText("1 file added").waitFor();
    await page.getByText("1 file not added").waitFor();
    await page.getByText(new RegExp(`${ends!.name}\\): .*(keys of this chart|not shared)`)).waitFor();
    expect(await titlesOf(stays!)).toEqual(expectedTitles(1));
    expect(await titlesOf(ends!)).toEqual([]);
  }, 120_000);

  test("a kind that a patient does not let the hospital add is left out, and said so", async () => {
    const [patient] = await hospitalPatients(inject("world"), 1, ["imaging"]);
    const page = await atTheDesk();
    await choose(page, filesFor([patient!], 1));
    await page.getByText(/which this patient does not let you add/).waitFor();
    await page.getByText("Nothing to add yet.").waitFor();
  }, 120_000);

  test("a batch is added by keyboard alone", async () => {
    const patients = await hospitalPatients(inject("world"), 1);
    const page = await openApp(browser);
    await press(page, page.getByRole("button", { name: `Come in as ${hospital}` }));
    await press(page, page.getByRole("dialog").getByRole("button", { name: "Sign in" }));
    await press(page, page.getByRole("link", { name: "Add many" }));
    const choosing = page.waitForEvent("filechooser");
    await press(page, page.getByRole("button", { name: "Choose files" }));
    await (await choosing).setFiles(filesFor(patients, 2));
    await tabTo(page, page.getByRole("combobox", { name: /^Part of lab result 2/ }));
    await page.keyboard.press("End"); // leave it out
    await press(page, page.getByRole("button", { name: "Add 1 record to 1 chart" }));
    await press(page, page.getByRole("dialog").getByRole("button", { name: "Add them all" }));
    await page.getByText("1 file added").waitFor();
    expect(await titlesOf(patients[0]!)).toEqual(expectedTitles(1));
  }, 120_000);
});
