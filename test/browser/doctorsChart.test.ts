import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { comeInAs, confirm } from "./support/comeInAs.ts";
import { complaints, openApp, openBrowser } from "./support/openApp.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

async function openChart(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: `Open the chart of ${name}` }).click();
  await page.getByRole("button", { name: "Yes, it is" }).click();
}

const header = (page: Page) => page.getByRole("region", { name: "Whose chart this is" });

async function isInView(page: Page): Promise<boolean> {
  const box = await header(page).boundingBox();
  return box !== null && box.y >= 0 && box.y + box.height <= page.viewportSize()!.height;
}

test("whose chart it is stays in view, with the allergies, on every screen of it", async () => {
  for (const viewport of [
    { width: 1280, height: 900 },
    { width: 360, height: 740 },
  ]) {
    const doctor = await openApp(browser, { viewport });
    await comeInAs(doctor, "Dr. Amara Okafor");
    await openChart(doctor, "Priya Nair");
    await header(doctor)
      .getByText(/^Born November 27, 2003, 2\d years$/)
      .waitFor();
    await header(doctor).getByText("Allergies").waitFor();
    await doctor.getByText(/^\d+ records$/).waitFor();
    for (const screen of ["Over time", "At a glance", "Add", "Timeline"]) {
      await doctor.getByRole("navigation", { name: "In this chart" }).getByRole("link", { name: screen }).click();
      await doctor.getByRole("navigation", { name: "In this chart" }).locator('[aria-current="page"]').waitFor();
      await doctor.mouse.move(180, 500);
      await doctor.mouse.wheel(0, 4000);
      await expect.poll(() => isInView(doctor)).toBe(true);
      await header(doctor).getByText("Priya Nair").waitFor();
    }
    await doctor.context().close();
  }
  expect(complaints).toEqual([]);
}, 120_000);

test("on a desk what holds now stands beside the timeline, and the chart says what of it was not shared", async () => {
  const doctor = await openApp(browser);
  await comeInAs(doctor, "Dr. Amara Okafor");
  await openChart(doctor, "Tomás Rivera");
  const summary = doctor.getByRole("complementary", { name: "What holds now" });
  await summary.getByRole("button", { name: /Metformin/ }).waitFor();
  await summary.getByText("Blood pressure").waitFor();
  await doctor.getByText(/^Limited to what was shared: .*Vital signs\./).click();
  await doctor.getByText(/^Not shared with you: Mental health, Sexual health, Genetics/).waitFor();
  await summary.getByRole("button", { name: /Metformin/ }).click();
  await doctor.getByRole("dialog").getByRole("heading").first().waitFor();
  expect(complaints).toEqual([]);
}, 60_000);

test("results stand in a table by day, across records", async () => {
  const doctor = await openApp(browser);
  await comeInAs(doctor, "Dr. Amara Okafor");
  await openChart(doctor, "Tomás Rivera");
  await doctor.getByRole("link", { name: "Over time" }).first().click();
  await doctor.getByRole("button", { name: "As a table" }).click();
  const row = doctor.getByRole("row", { name: /^HbA1c/ });
  await expect.poll(() => row.getByRole("cell").filter({ hasText: /\d/ }).count()).toBeGreaterThan(3);
  await row.getByText("High").first().waitFor();
  await doctor.getByLabel("Search measurements").fill("pressure");
  await expect.poll(() => row.count()).toBe(0);
  await doctor
    .getByRole("row", { name: /^Blood pressure/ })
    .getByText(/^\d+\/\d+/)
    .first()
    .waitFor();
  expect(complaints).toEqual([]);
}, 60_000);

test("when sharing ends, every screen of the chart says so", async () => {
  const [patient, doctor] = [await openApp(browser), await openApp(browser)];
  await comeInAs(patient, "Kwame Mensah");
  await patient.getByRole("link", { name: "Sharing" }).click();
  await patient.getByRole("link", { name: "Share my chart" }).click();
  await patient.getByRole("radio", { name: /Luís Ferreira/ }).check();
  await patient.getByRole("button", { name: "Share with Dr. Luís Ferreira" }).click();
  await confirm(patient, "Share");
  await patient.getByText("Dr. Luís Ferreira can now see what you shared.").waitFor();
  await comeInAs(doctor, "Dr. Luís Ferreira");
  await openChart(doctor, "Kwame Mensah");
  await doctor.getByRole("link", { name: "Over time" }).first().click();
  await doctor.getByRole("heading", { name: "Over time" }).waitFor();
  await patient.getByRole("button", { name: "End sharing with Dr. Luís Ferreira" }).click();
  await confirm(patient, "End it");
  await doctor.getByText("This chart is not shared with you, or no longer.").waitFor();
  expect(await header(doctor).count()).toBe(0);
  expect(complaints).toEqual([]);
}, 120_000);
