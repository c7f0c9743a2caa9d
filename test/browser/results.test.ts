import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { comeInAs } from "./support/comeInAs.ts";
import { complaints, openApp, openBrowser } from "./support/openApp.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first().click();

test("a timeline says in words which results are outside their range, and shows those alone", async () => {
  const page = await openApp(browser);
  await comeInAs(page, "Tomás Rivera");
  const newest = page.getByRole("button", {
    name: /Laboratory results: Follow-up visit.*High: HbA1c; Glucose, fasting/,
  });
  await newest.first().waitFor();
  await page.getByText(/^\d+ records$/).waitFor();
  await press(page, "Outside the range");
  const count = page.getByRole("status").filter({ hasText: /^\d+ of \d+ records$/ });
  const shown = async () => Number(/^\d+/.exec(await count.innerText())![0]);
  await expect.poll(shown).toBeGreaterThan(3);
  const rows = await page
    .getByRole("listitem")
    .filter({ has: page.getByRole("time") })
    .allInnerTexts();
  expect(rows.length).toBeGreaterThan(3);
  for (const row of rows) expect(row).toMatch(/High|Low|outside their range/);
  await press(page, "Vaccinations");
  await page.getByText("None of these records has a result outside its range.").waitFor();
  expect(complaints).toEqual([]);
});

test("what was measured more than once is told over time, to the patient and to the doctor", async () => {
  const page = await openApp(browser);
  await comeInAs(page, "Tomás Rivera");
  await page.getByRole("link", { name: "Over time" }).click();
  await page.getByRole("button", { name: /^Blood pressure \d+\/\d+ mmHg/ }).click();
  const pressures = page.getByRole("table", { name: "All values of Blood pressure" });
  await expect
    .poll(() => pressures.getByRole("columnheader").allInnerTexts())
    .toEqual(["Day", "Systolic (mmHg)", "Diastolic (mmHg)"]);
  await expect.poll(() => pressures.getByRole("row").count()).toBeGreaterThan(5);
  await page.getByRole("img", { name: /Blood pressure, systolic fell from \d+ to \d+ mmHg/ }).waitFor();
  await page.getByRole("button", { name: /^HbA1c Reference range 4 to 5\.6.* High/ }).click();
  await page.getByRole("table", { name: "All values of HbA1c" }).getByText("High").first().waitFor();

  const doctor = await openApp(browser);
  await comeInAs(doctor, "Dr. Amara Okafor");
  await doctor.getByRole("link", { name: "Open the chart of Tomás Rivera" }).click();
  await press(doctor, "Yes, it is");
  await doctor
    .getByText(/High: HbA1c/)
    .first()
    .waitFor();
  await doctor.getByText("Added by the patient").first().waitFor();
  await doctor.getByText("Added by yourself").first().waitFor();
  await doctor.getByRole("link", { name: "Over time" }).click();
  await doctor.getByRole("button", { name: /^HbA1c/ }).waitFor();
  expect(complaints).toEqual([]);
});

test("results that cannot be had are said, and the rest is there; once they can, they follow", async () => {
  const page = await openApp(browser);
  let isCut = true;
  await page.route(/\/ipfs\//, (route) => (isCut ? route.abort() : route.continue()));
  await comeInAs(page, "Tomás Rivera");
  await page.getByText(/^\d+ records$/).waitFor();
  await page.getByText("Not all results could be looked through").waitFor();
  isCut = false;
  await press(page, "Try again");
  await page
    .getByText(/High: HbA1c/)
    .first()
    .waitFor();
});
