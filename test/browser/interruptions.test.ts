import type { Browser } from "playwright";
import { afterAll, beforeAll, inject, test } from "vitest";
import { clinicians } from "../../scripts/seed/people.ts";
import { suspendLicence } from "./support/suspendLicence.ts";
import { comeInAs, confirm } from "./support/comeInAs.ts";
import { openApp, openBrowser } from "./support/openApp.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

test("a share whose page is closed between signature and keys is finished when its owner is back", async () => {
  const [patient, doctor] = [await openApp(browser), await openApp(browser)];
  await comeInAs(patient, "Priya Nair");
  await patient.getByRole("link", { name: "Sharing" }).click();
  await patient.getByRole("link", { name: "Share my chart" }).click();
  await patient.getByRole("radio", { name: /Luís Ferreira/ }).check();
  await patient.getByRole("button", { name: "Share with Dr. Luís Ferreira" }).click();
  const keys = Promise.withResolvers<void>();
  await patient.context().route("**/grants/**", (route) => {
    if (route.request().method() !== "PUT") return route.continue();
    keys.resolve(); // and nothing is ever answered
  });
  await confirm(patient, "Share");
  await keys.promise;
  await patient.reload();
  await patient.context().unroute("**/grants/**");

  await comeInAs(doctor, "Dr. Luís Ferreira");
  await doctor.getByText("The keys do not open. Ask the patient to share again.").waitFor();
  await comeInAs(patient, "Priya Nair");
  await doctor.getByRole("link", { name: "Open the chart of Priya Nair" }).waitFor();
}, 120_000);

test("a page that finds another chain under it says so, and does nothing", async () => {
  const page = await openApp(browser);
  await page.context().route(`${inject("world").rpcUrl}/**`, async (route) => {
    const asked = route.request().postDataJSON() as { id: number; method: string }[] | { id: number; method: string };
    const answered = await (await route.fetch()).json();
    const changed = [asked].flat().map((it, place) => {
      const answer = [answered].flat()[place] as object;
      return it.method === "eth_chainId" ? Object.assign(answer, { result: "0x1" }) : answer;
    });
    await route.fulfill({ json: Array.isArray(asked) ? changed : changed[0] });
  });
  await page.getByRole("button", { name: "Come in as Maya Chen" }).click();
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByText("This is another chain than the one on which the contracts stand.").waitFor();
});

test("a licence that is suspended while its holder works is told at once, and what is left", async () => {
  const { familyDoctor } = clinicians; // whom no other test shares with
  const page = await openApp(browser);
  await comeInAs(page, "Dr. Amara Okafor");
  await page.getByText(/^Licensed physician until/).waitFor();
  const undo = await suspendLicence(familyDoctor);
  await page.getByText(/Licensed physician: not in force/).waitFor();
  await page.getByRole("link", { name: "Open the chart of Tomás Rivera" }).click();
  await page.getByRole("button", { name: "Yes, it is" }).click();
  await page.getByText(/^\d+ records$/).waitFor();
  await undo();
  await page.getByText(/^Licensed physician until/).waitFor();
});
