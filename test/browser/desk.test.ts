import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, test } from "vitest";
import { comeInAs, confirm } from "./support/comeInAs.ts";
import { openApp, openBrowser } from "./support/openApp.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();

/** A clinician's code, as the link that is in it. */
async function showCode(doctor: Page): Promise<string> {
  await doctor.getByRole("link", { name: "Ask for access" }).click();
  await press(doctor, "Show a code");
  await confirm(doctor, "Sign the request");
  await doctor.getByRole("heading", { name: "Let the patient scan this" }).waitFor();
  return (await doctor.locator("details p").textContent())!;
}

/** As they are read out. */
async function digitsOn(doctor: Page): Promise<string> {
  await doctor.getByRole("heading", { name: "Read these digits out" }).waitFor();
  const spoken = await doctor.locator(".sr-only", { hasText: /^\d( \d){5}$/ }).textContent();
  return spoken!.replaceAll(" ", "");
}

test("a doctor and a patient meet by a code and six digits, and nobody else gets between them", async () => {
  const doctor = await openApp(browser);
  await comeInAs(doctor, "Dr. Luís Ferreira");
  const link = await showCode(doctor);

  const patient = await openApp(browser, { viewport: { width: 360, height: 800 } });
  await patient.goto(link);
  await comeInAs(patient, "Ingrid Solberg");
  await patient.getByRole("heading", { name: "A code was scanned" }).waitFor();
  await press(patient, "Go on");
  await patient.getByRole("heading", { name: /Dr. Luís Ferreira asks/ }).waitFor();
  const digits = await digitsOn(doctor);
  await patient.getByLabel("The six digits").fill(digits.replace(/.$/, (last) => String((Number(last) + 1) % 10)));
  await press(patient, "Compare");
  await patient.getByText("You have 2 more tries").waitFor();

  const second = await openApp(browser);
  await comeInAs(second, "Kwame Mensah");
  await second.goto(link);
  await comeInAs(second, "Kwame Mensah");
  await press(second, "Go on");
  await second.getByText("This code was answered before").waitFor();

  await patient.getByLabel("The six digits").fill(digits);
  await press(patient, "Compare");
  await patient.getByRole("radio", { name: "One week" }).check();
  await press(patient, /Share with/);
  await confirm(patient, "Share");
  await patient.getByRole("heading", { name: /Dr. Luís Ferreira/ }).waitFor();

  await doctor.getByRole("heading", { name: "Ingrid Solberg has shared their chart with you" }).waitFor();
  await doctor.getByRole("link", { name: "Open the chart" }).click();
  await doctor.getByRole("heading", { name: "Is this the person in the room?" }).waitFor();
  await press(doctor, "No, it is somebody else");
  await doctor.getByRole("heading", { name: "Leave this chart closed" }).waitFor();
  await press(doctor, "Back to the question");
  await press(doctor, "Yes, it is");
  await doctor.getByText(/^\d+ records$/).waitFor();
}, 180_000);

test("what is no code of a desk is said to be none", async () => {
  const patient = await openApp(browser);
  await comeInAs(patient, "Leo Chen");
  await patient.getByRole("link", { name: "Sharing" }).click();
  await patient.getByRole("link", { name: "At the desk" }).click();
  await patient.getByLabel("Or paste the link").fill("https://example.org/#not-a-code");
  await press(patient, "Go on");
  await patient.getByText("This is not a code of a desk").waitFor();
});
