import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { smallPdf } from "#test/support/smallPdf.ts";
import { comeInAs, confirm } from "./support/comeInAs.ts";
import { complaints, openApp, openBrowser } from "./support/openApp.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const title = "Letter about somebody else";

/** The row of the record, with what stands beside it. */
const row = (page: Page, beside: RegExp | string = "") =>
  page.getByRole("button", { name: title }).filter({ hasText: beside }).first();

async function openChartOfTomas(doctor: Page) {
  await doctor.getByRole("link", { name: "Patients", exact: true }).click();
  await doctor.getByRole("link", { name: "Open the chart of Tomás Rivera" }).click();
}

async function addLetter(doctor: Page) {
  await doctor.getByRole("link", { name: "Add", exact: true }).click();
  const choosing = doctor.waitForEvent("filechooser");
  await doctor.getByRole("button", { name: "Choose files" }).click();
  const buffer = Buffer.from(smallPdf(["Seen on Monday"]));
  await (await choosing).setFiles([{ name: `${title}.pdf`, mimeType: "application/pdf", buffer }]);
  await doctor.getByRole("button", { name: "Add 1 record" }).click();
  await confirm(doctor, "Add");
  await doctor.getByText("One record was added.").waitFor();
}

test("a wrong record is seen to be new, disputed by the patient, marked by its author, and erased", async () => {
  const [patient, doctor] = [await openApp(browser), await openApp(browser)];
  await comeInAs(patient, "Tomás Rivera");
  await patient.getByText(/^\d+ records$/).waitFor();
  expect(await patient.getByText("New", { exact: true }).count()).toBe(0);
  await patient.reload();

  await comeInAs(doctor, "Dr. Amara Okafor");
  await doctor.getByRole("link", { name: "Open the chart of Tomás Rivera" }).click();
  await doctor.getByRole("button", { name: "Yes, it is" }).click();
  await addLetter(doctor);

  await comeInAs(patient, "Tomás Rivera");
  await patient.getByRole("button", { name: "New since last time (1)" }).click();
  await patient.getByText(/^1 of \d+ records$/).waitFor();
  await row(patient, "New").click();
  const press = (page: Page, name: string) =>
    page.getByRole("region", { name: "Is something wrong with this record?" }).getByRole("button", { name }).click();
  await press(patient, "It is wrong");
  await confirm(patient, "Not now");
  await patient.getByText("This was not signed, so nothing was done.").waitFor();
  await press(patient, "It is wrong");
  await confirm(patient, "Say that it is wrong");
  await patient.getByText("Your objection stands beside the record.").waitFor();
  await row(patient, "Disputed by the patient").waitFor();

  await openChartOfTomas(doctor);
  await row(doctor, "Disputed by the patient").click();
  await press(doctor, "I added it by mistake");
  await confirm(doctor, "Mark it");
  await doctor.getByText("The record is marked as entered in error.").waitFor();
  await row(doctor, "Entered in error").click();
  await doctor.getByRole("dialog").getByText("Seen on Monday").waitFor();
  expect(await doctor.getByRole("region", { name: "Is something wrong with this record?" }).count()).toBe(0);

  await row(patient, "Entered in error").click();
  await press(patient, "Erase it");
  await patient.getByText("It cannot be brought back.").waitFor();
  await press(patient, "Keep it");
  await press(patient, "Erase it");
  await press(patient, "Erase it for good");
  await patient.getByText("The record is erased.").waitFor();
  await patient.getByText(/One record cannot be opened: .*erased/).waitFor();
  expect(await row(patient).count()).toBe(0);
  expect(complaints).toEqual([]);
}, 120_000);
