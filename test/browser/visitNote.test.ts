import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { comeInAs } from "./support/comeInAs.ts";
import { complaints, openApp, openBrowser } from "./support/openApp.ts";
import { press, tabTo } from "./support/keyboard.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });
const card = (page: Page) => page.getByRole("dialog");

async function openChartOf(doctor: Page, name: string) {
  await press(doctor, doctor.getByRole("link", { name: `Open the chart of ${name}` }));
  await press(doctor, button(doctor, "Yes, it is"));
}

async function fillBy(page: Page, label: string, text: string) {
  await tabTo(page, page.getByLabel(label, { exact: true }));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}

/** In the order in which somebody types who goes through it with Tab alone. */
async function typeNote(page: Page) {
  await fillBy(page, "Reason", "Short of breath on the stairs");
  await fillBy(page, "Findings", "Wheezing on both sides.");
  await page.keyboard.press("Enter");
  await page.keyboard.type("No fever.");
  for (const [label, value] of [
    ["Upper blood pressure (mmHg)", "132"],
    ["Lower blood pressure (mmHg)", "84"],
    ["Pulse (per minute)", "88"],
    ["Temperature (°C)", "36.8"],
    ["Oxygen saturation (%)", "95"],
  ] as const)
    await fillBy(page, label, value);
  await fillBy(page, "Find a diagnosis", "asthma att");
  await page.getByRole("option", { name: /Asthma attack/ }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.type("diabetis");
  await page.getByRole("option", { name: /^Diabetes type 2 E11\.9/ }).waitFor();
  while (
    (await page.getByRole("option", { selected: true }).textContent())?.startsWith("Diabetes type 2E11.9") !== true
  )
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await fillBy(page, "Plan", "Inhaler, two puffs when needed");
  await fillBy(page, "Follow-up for", "Lung function");
}

test("a note is written by keyboard alone, read by the patient, corrected, and both versions stay", async () => {
  const doctor = await openApp(browser);
  await press(doctor, button(doctor, "Come in as Dr. Amara Okafor"));
  await press(doctor, card(doctor).getByRole("button", { name: "Sign in" }));
  await openChartOf(doctor, "Priya Nair");
  await press(doctor, doctor.getByRole("link", { name: "Write a visit note" }));
  await press(doctor, button(doctor, "Sign and add the note"));
  await doctor.getByText("The note says nothing yet.").waitFor();
  await typeNote(doctor);
  await press(doctor, button(doctor, "Sign and add the note"));
  await press(doctor, card(doctor).getByRole("button", { name: "Add", exact: true }));
  await doctor.getByText("The note is in the chart.").waitFor();
  await doctor.keyboard.press("Enter"); // back to the chart
  await doctor.getByRole("button", { name: /Visit note: Asthma attack/ }).waitFor();

  const patient = await openApp(browser);
  await comeInAs(patient, "Priya Nair");
  await patient.getByRole("button", { name: /Visit note: Asthma attack/ }).click();
  const shown = card(patient);
  for (const text of ["Short of breath on the stairs", "Inhaler, two puffs when needed", "Follow-up: Lung function"])
    await shown.getByText(text).first().waitFor();
  await shown.getByText("Wheezing on both sides.\nNo fever.").waitFor();
  await shown.getByText("132/84 mmHg").first().waitFor();
  await shown.getByRole("button", { name: "Close" }).click();
  await patient.getByRole("link", { name: "At a glance" }).click();
  await patient
    .getByRole("region", { name: "Problems" })
    .getByRole("button", { name: /Asthma attack/ })
    .waitFor();

  expect(complaints).toEqual([]);
}, 180_000);
