import type { Browser, Page } from "playwright";
import { afterAll, beforeAll, test } from "vitest";
import { comeInAs, confirm } from "./support/comeInAs.ts";
import { openApp, openBrowser } from "./support/openApp.ts";
import { openWithClock, twoMinutes } from "./support/openWithClock.ts";
import { licenseBriefly, showCodeAs, stranger } from "./support/strangerAtDesk.ts";

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

/** A window whose clock can be put forward. */
test("a code is over after two minutes: nobody is behind it any more, and a new one takes its place", async () => {
  const doctor = await openWithClock(browser);
  await comeInAs(doctor, "Harbor General Hospital");
  const old = await showCode(doctor);
  await doctor.context().clock.fastForward(twoMinutes);
  await doctor.getByText("The time of this code is over.").waitFor();

  const patient = await openWithClock(browser);
  await patient.goto(old);
  await comeInAs(patient, "Leo Chen");
  await press(patient, "Go on");
  await patient.getByText("Nobody answers at this code; its time may be over.").waitFor();

  await doctor.context().clock.setSystemTime(Date.now());
  await press(doctor, "Show a new code");
  await doctor.getByRole("heading", { name: "Let the patient scan this" }).waitFor();
  const renewed = (await doctor.locator("details p").textContent())!;
  await press(patient, "Start again");
  await patient.getByLabel("Or paste the link").fill(renewed);
  await press(patient, "Go on");
  await patient.getByRole("heading", { name: "Harbor General Hospital asks to see your chart" }).waitFor();
  const digits = await digitsOn(doctor);
  await patient.getByLabel("The six digits").fill(digits);
  await doctor.context().clock.fastForward(twoMinutes);
  await doctor.getByText("The two minutes for the digits are over.").waitFor();
  await patient.context().clock.fastForward(twoMinutes);
  await patient.getByText("The two minutes are over. Nothing was shared; ask for a new code.").waitFor();
  await patient.getByLabel("The six digits").waitFor({ state: "detached" });
}, 120_000);

test("who was never licensed is told apart from a doctor, and gets nothing", async () => {
  const pretender = await stranger({ name: "Dr. Pretender", isSignedByBoard: false });
  const patient = await openApp(browser);
  await patient.goto(await showCodeAs(pretender));
  await comeInAs(patient, "Leo Chen");
  await press(patient, "Go on");
  await patient.getByText("The register knows no such licence, or it was revoked.").waitFor();
  await patient.getByText("Dr. Pretender").waitFor({ state: "detached" });
  await patient.getByLabel("The six digits").waitFor({ state: "detached" });
}, 120_000);

test("a doctor whose licence has ended is refused by name", async () => {
  const retired = await stranger({ name: "Dr. Retired", isSignedByBoard: true });
  await licenseBriefly(retired);
  const patient = await openApp(browser, { viewport: { width: 360, height: 800 } });
  await patient.goto(await showCodeAs(retired));
  await comeInAs(patient, "Leo Chen");
  await press(patient, "Go on");
  await patient.getByRole("heading", { name: "Nothing was shared" }).waitFor();
  await patient.getByText("Dr. Retired was licensed, but the licence is not in force now.").waitFor();
  await patient.getByLabel("The six digits").waitFor({ state: "detached" });
}, 120_000);
