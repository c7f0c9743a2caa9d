import type { Browser, Locator, Page } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { clinicians } from "../../scripts/seed/people.ts";
import { comeInAs, confirm } from "./support/comeInAs.ts";
import { press, tabTo } from "./support/keyboard.ts";
import { complaints, openApp, openBrowser } from "./support/openApp.ts";
import { storedText } from "./support/storedText.ts";
import { suspendLicence } from "./support/suspendLicence.ts";
import { typeUntilKept } from "./support/typeUntilKept.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const button = (page: Page | Locator, name: string | RegExp) => page.getByRole("button", { name });
const card = (page: Page) => page.getByRole("dialog");
const field = (page: Page, label: string) => page.getByLabel(label, { exact: true });
const [sign, signCorrection] = ["Sign and add the note", "Sign the correction"];

/** The row of a note, with what stands beside it. */
const row = (page: Page, title: string, beside: RegExp | string = "") =>
  button(page, new RegExp(`Visit note: ${title}`))
    .filter({ hasText: beside })
    .first();

async function openNote(doctor: Page, name: string) {
  await doctor.getByRole("link", { name: `Open the chart of ${name}` }).click();
  await button(doctor, "Yes, it is").click();
  await doctor.getByRole("link", { name: "Write a visit note" }).click();
}

async function backToChart(doctor: Page) {
  await doctor.getByRole("link", { name: "Back to the chart" }).click();
}

async function fillBy(page: Page, label: string, text: string) {
  await tabTo(page, field(page, label));
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}

/** As somebody types who goes through it with Tab alone. */
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
  await fillBy(page, "Find a diagnosis", "bronchitis acu");
  await page.getByRole("option", { name: "Acute bronchitis" }).waitFor();
  await page.keyboard.press("Enter");
  await page.keyboard.type("diabetis type");
  const wanted = page.getByRole("option", { name: "Diabetes type 2 E11.9", exact: true });
  for (await wanted.waitFor(); (await wanted.getAttribute("aria-selected")) !== "true";)
    await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await fillBy(page, "Plan", "Inhaler, two puffs when needed");
  await fillBy(page, "Follow-up for", "Lung function");
}

test("a note is written by keyboard alone, read by the patient, corrected, and both versions stay", async () => {
  const doctor = await openApp(browser);
  await press(doctor, button(doctor, "Come in as Dr. Amara Okafor"));
  await press(doctor, button(card(doctor), "Sign in"));
  await press(doctor, doctor.getByRole("link", { name: "Open the chart of Priya Nair" }));
  await press(doctor, button(doctor, "Yes, it is"));
  await press(doctor, doctor.getByRole("link", { name: "Write a visit note" }));
  await press(doctor, button(doctor, sign));
  await doctor.getByText("The note says nothing yet.").waitFor();
  await typeNote(doctor);
  await press(doctor, button(doctor, sign));
  await press(doctor, button(card(doctor), "Add"));
  await doctor.getByText("The note is in the chart.").waitFor();
  await doctor.keyboard.press("Enter"); // the way back to the chart has the focus
  await row(doctor, "Acute bronchitis").waitFor();

  const patient = await openApp(browser);
  await comeInAs(patient, "Priya Nair");
  await row(patient, "Acute bronchitis").click();
  const shown = card(patient);
  for (const text of ["Short of breath on the stairs", "Inhaler, two puffs when needed", "Follow-up: Lung function"])
    await shown.getByText(text).first().waitFor();
  expect(await shown.getByText("Wheezing on both sides.").textContent()).toBe("Wheezing on both sides.\nNo fever.");
  await shown.getByText("132/84 mmHg").first().waitFor();
  expect(await shown.getByText("Correct this note").count()).toBe(0);
  await button(shown, "Close").click();
  await patient.getByRole("link", { name: "At a glance" }).click();
  const problems = patient.getByRole("region", { name: "Problems" });
  for (const name of [/Acute bronchitis/, /Diabetes type 2/]) await button(problems, name).waitFor();

  await row(doctor, "Acute bronchitis").click();
  await card(doctor).getByRole("link", { name: "Correct this note" }).click();
  await expect.poll(() => field(doctor, "Temperature (°C)").inputValue()).toBe("36.8");
  await button(doctor, "Make it the chief one: Diabetes type 2").click();
  await button(doctor, "Remove Acute bronchitis").click();
  await field(doctor, "Plan").fill("Less sugar");
  await button(doctor, signCorrection).click();
  await card(doctor).getByText("The version before stays readable").waitFor();
  await confirm(doctor, "Replace it");
  await doctor.getByText("The corrected note is in the chart").waitFor();
  await backToChart(doctor);

  await patient.getByRole("link", { name: "My chart" }).click();
  for (const page of [doctor, patient]) {
    await row(page, "Acute bronchitis", "Replaced by a newer version").click();
    await card(page).getByText("Inhaler, two puffs when needed").waitFor();
    expect(await card(page).getByText("Correct this note").count()).toBe(0);
    await card(page)
      .getByText(/^This was replaced on .*\d:\d\d/)
      .waitFor();
    await button(card(page), "Newer version").click();
    await card(page).getByText("Less sugar").waitFor();
    await button(card(page), "Earlier version").click();
    await card(page).getByText("Inhaler, two puffs when needed").waitFor();
    await button(card(page), "Close").click();
  }
  await patient.getByRole("link", { name: "At a glance" }).click();
  await button(problems, /Diabetes type 2/).waitFor();
  expect(await button(problems, /Acute bronchitis/).count()).toBe(0);
  expect(complaints).toEqual([]);
}, 180_000);

test("a correction is refused where the note was replaced in another window, or the wallet says no", async () => {
  const doctor = await openApp(browser);
  await comeInAs(doctor, "Dr. Amara Okafor");
  await openNote(doctor, "Maya Chen");
  await field(doctor, "Reason").fill("Blood pressure check");
  await button(doctor, sign).click();
  await confirm(doctor, "Not now");
  await doctor.getByText("This was not signed, so nothing was done.").waitFor();
  expect(await field(doctor, "Reason").inputValue()).toBe("Blood pressure check");
  await button(doctor, sign).click();
  await confirm(doctor, "Add");
  await backToChart(doctor);

  const other = await openApp(browser);
  await comeInAs(other, "Dr. Amara Okafor");
  await other.getByRole("link", { name: "Open the chart of Maya Chen" }).click();
  await button(other, "Yes, it is").click();
  for (const page of [doctor, other]) {
    await row(page, "Blood pressure check").click();
    await card(page).getByRole("link", { name: "Correct this note" }).click();
    await field(page, "Findings").fill("Calm");
    await button(page, signCorrection).click();
    await card(page).waitFor();
  }
  await confirm(doctor, "Replace it");
  await doctor.getByText("The corrected note is in the chart").waitFor();
  await confirm(other, "Replace it");
  await other.getByText("This record was replaced or marked as an error meanwhile").waitFor();
  expect(await field(other, "Findings").inputValue()).toBe("Calm");
  await other.goBack(); // to the note, which is open there
  await card(other)
    .getByText(/^This was replaced on/)
    .waitFor();
  expect(await card(other).getByText("Correct this note").count()).toBe(0);
}, 120_000);

test("a psychiatrist's note goes under mental health, and none goes anywhere once sharing has ended", async () => {
  const patient = await openApp(browser);
  await comeInAs(patient, "Kwame Mensah");
  await patient.getByRole("link", { name: "Sharing", exact: true }).click();
  await patient.getByRole("link", { name: "Share my chart" }).click();
  await patient.getByRole("radio", { name: /Hanna Weiss/ }).check();
  await patient.getByRole("checkbox", { name: "Mental health" }).check();
  await button(patient, "Share with Dr. Hanna Weiss").click();
  await confirm(patient, "Share");
  await patient.getByText("Dr. Hanna Weiss can now see what you shared.").waitFor();

  const doctor = await openApp(browser);
  await comeInAs(doctor, "Dr. Hanna Weiss");
  await openNote(doctor, "Kwame Mensah");
  const search = field(doctor, "Find a diagnosis");
  await search.fill("F411");
  await doctor.getByRole("option", { name: /Generalised anxiety disorder/ }).click();
  await doctor.getByText("belongs under Mental health").waitFor();
  await field(doctor, "Under which part of the chart").selectOption({ label: "Mental health" });
  await button(doctor, sign).click();
  await confirm(doctor, "Add");
  await backToChart(doctor);
  await row(doctor, "Generalised anxiety disorder", "Mental health").waitFor();

  await doctor.getByRole("link", { name: "Write a visit note" }).click();
  await typeUntilKept(doctor, () => field(doctor, "Reason").fill("Cannot sleep"));
  await button(patient, "End sharing with Dr. Hanna Weiss").click();
  await confirm(patient, "End it");
  await doctor.getByText("This chart is not shared with you, or no longer.").waitFor();
}, 120_000);

test("a note is neither written nor signed without a licence, and is there again once it is back", async () => {
  const doctor = await openApp(browser);
  await comeInAs(doctor, "Dr. Amara Okafor");
  await openNote(doctor, "Leo Chen");
  await typeUntilKept(doctor, () => field(doctor, "Reason").fill("Growing like Yggdrasil"));
  const stored = await storedText(doctor);
  expect(stored).not.toContain("Yggdrasil");
  const reinstate = await suspendLicence(clinicians.familyDoctor);
  try {
    await doctor.getByText("your licence is not in force").waitFor();
    expect(await button(doctor, sign).count()).toBe(0);
  } finally {
    await reinstate();
  }
  await doctor.reload();
  await comeInAs(doctor, "Dr. Amara Okafor");
  await openNote(doctor, "Leo Chen");
  await doctor.getByText("You were writing a visit note about Growing like Yggdrasil.").waitFor();
  await button(doctor, "Go on with it").click();
  expect(await field(doctor, "Reason").inputValue()).toBe("Growing like Yggdrasil");
  await button(doctor, sign).click();
  await confirm(doctor, "Add");
  await backToChart(doctor);
  await doctor.getByRole("link", { name: "Write a visit note" }).click();
  expect(await field(doctor, "Reason").inputValue()).toBe("");
}, 120_000);

test("a template is made of a note, begins another, is renamed and deleted, and lies nowhere in the clear", async () => {
  const doctor = await openApp(browser);
  await comeInAs(doctor, "Dr. Amara Okafor");
  await openNote(doctor, "Maya Chen");
  const open = () => doctor.getByText("Templates of your own").click();
  await open();
  await button(doctor, "Save as a template").click();
  await doctor.getByText("There is nothing in these fields that a template could keep.").waitFor();
  await field(doctor, "Findings").fill("Throat and ears as quiet as Quillon");
  await field(doctor, "Pulse (per minute)").fill("70");
  await field(doctor, "Find a diagnosis").fill("common cold");
  await doctor.getByRole("option", { name: /Common cold/ }).click();
  await field(doctor, "Name of the template").fill("Cold, Zephyr kind");
  await button(doctor, "Save as a template").click();
  await doctor.getByText("The template Cold, Zephyr kind is kept.").waitFor();
  const stored = await storedText(doctor);
  expect(stored).toContain("ownchart-templates");
  for (const word of ["Quillon", "Zephyr", "J00"]) expect(stored).not.toContain(word);

  await doctor.reload();
  await comeInAs(doctor, "Dr. Amara Okafor");
  await openNote(doctor, "Leo Chen");
  await open();
  await button(doctor, "Begin with Cold, Zephyr kind").click();
  expect(await field(doctor, "Findings").inputValue()).toBe("Throat and ears as quiet as Quillon");
  expect(await field(doctor, "Pulse (per minute)").inputValue()).toBe("");
  await button(doctor, "Remove Common cold").waitFor();
  await button(doctor, "Rename Cold, Zephyr kind").click();
  await field(doctor, "New name of Cold, Zephyr kind").fill("Cold");
  await doctor.keyboard.press("Enter");
  await doctor.getByText("The template Cold is kept.").waitFor();
  await button(doctor, "Delete Cold").click();
  await doctor.getByText("You have none yet.").waitFor();
}, 120_000);
