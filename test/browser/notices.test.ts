import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { comeInAs, confirm } from "./support/comeInAs.ts";
import { complaints, openApp, openBrowser } from "./support/openApp.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const toNotices = (page: Page) => page.getByRole("link", { name: /^Notices/ }).click();
const again = async (page: Page, name: string) => {
  await page.getByRole("button", { name: "Lock", exact: true }).click();
  await comeInAs(page, name);
};

test("an end of access is told ahead of time, and put away for good", async () => {
  const patient = await openApp(browser);
  await comeInAs(patient, "Tomás Rivera");
  await patient.getByRole("link", { name: /^Notices \d+ notices?$/ }).click();
  const ends = patient.getByText(/^What you share with Noah Lindqvist, pharmacist ends (in 2 days|tomorrow)\.$/);
  await ends.waitFor();
  await patient.getByRole("link", { name: "Share for longer" }).click();
  await patient
    .getByRole("heading", { name: /^(Change|Share)/ })
    .first()
    .waitFor();
  await toNotices(patient);
  await patient.getByRole("button", { name: /^Put away: What you share with Noah Lindqvist/ }).click();
  await expect.poll(() => ends.count()).toBe(0);
  await again(patient, "Tomás Rivera");
  await toNotices(patient);
  await patient.getByRole("heading", { name: "Notices" }).waitFor();
  await expect.poll(() => patient.getByText("Asking the chain what is new").count()).toBe(0);
  expect(await ends.count()).toBe(0);

  expect(complaints).toEqual([]);
}, 120_000);

test("a doctor is told whose chart closes soon, and so is its patient", async () => {
  const [patient, doctor] = [await openApp(browser), await openApp(browser)];
  await comeInAs(patient, "Maya Chen");
  await patient.getByRole("link", { name: "Sharing" }).click();
  await patient.getByRole("link", { name: "Share my chart" }).click();
  await patient.getByRole("radio", { name: /Hanna Weiss/ }).check();
  await patient.getByRole("radio", { name: "One day" }).check();
  await patient.getByRole("button", { name: "Share with Dr. Hanna Weiss" }).click();
  await confirm(patient, "Share");
  await patient.getByRole("button", { name: "End sharing with Dr. Hanna Weiss" }).waitFor();
  await toNotices(patient);
  await patient.getByText(/^What you share with Dr\. Hanna Weiss.* ends (in|tomorrow)/).waitFor();

  await comeInAs(doctor, "Dr. Hanna Weiss");
  await toNotices(doctor);
  await doctor.getByText(/^Your access to the chart of Maya Chen ends (in|tomorrow)/).waitFor();
  await doctor.getByRole("link", { name: "Open the chart" }).click();
  await doctor.getByRole("button", { name: "Yes, it is" }).waitFor();
  expect(complaints).toEqual([]);
}, 120_000);

test("what a doctor adds is told to the patient on any screen, until they have seen their chart", async () => {
  const [patient, doctor] = [await openApp(browser), await openApp(browser)];
  await comeInAs(patient, "Leo Chen");
  await patient.getByText(/^\d+ records$/).waitFor();
  await again(patient, "Leo Chen");
  await patient.getByRole("link", { name: "Sharing" }).click();

  await comeInAs(doctor, "Dr. Amara Okafor");
  await doctor.getByRole("link", { name: "Open the chart of Leo Chen" }).click();
  await doctor.getByRole("button", { name: "Yes, it is" }).click();
  await doctor.getByRole("link", { name: "Add" }).click();
  const note = { name: "check-up.txt", mimeType: "text/plain", buffer: Buffer.from("Grows well.") };
  await doctor.getByLabel("Choose files").setInputFiles(note);
  await doctor.getByRole("button", { name: /^Add / }).last().click();
  await confirm(doctor, "Add");
  await doctor.getByText(/added/i).first().waitFor();

  await toNotices(patient);
  await patient.getByText(/^Dr\. Amara Okafor added (one|1) record to your chart/).waitFor();
  await patient.getByRole("link", { name: "Look at my chart" }).click();
  await patient.getByText("check-up").first().waitFor();
  await again(patient, "Leo Chen");
  await toNotices(patient);
  await patient.getByText("There is nothing that you need to know right now.").waitFor();
  expect(complaints).toEqual([]);
}, 120_000);
