import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { comeInAs } from "./support/comeInAs.ts";
import { complaints, openApp, openBrowser } from "./support/openApp.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

test("a chart at a glance has what holds now, each from its record, and its doctor sees what was shared of it", async () => {
  const patient = await openApp(browser);
  await comeInAs(patient, "Tomás Rivera");
  await patient.getByRole("link", { name: "At a glance" }).click();
  const part = (name: string) => patient.getByRole("region", { name });
  await part("Medicines")
    .getByRole("button", { name: /Metformin .* How to take it: 1 tablet twice a day/ })
    .waitFor();
  await part("Problems")
    .getByRole("button", { name: /Type 2 diabetes/ })
    .waitFor();
  await part("Allergies").getByText("No record tells of an allergy.").waitFor();
  expect(
    await part("Problems")
      .getByRole("button", { name: /Type 2 diabetes/ })
      .count(),
  ).toBe(1);
  await patient.emulateMedia({ media: "print" });
  await patient.getByText(/^Tomás Rivera, as of/).waitFor();
  expect(await patient.getByRole("button", { name: "Print" }).isVisible()).toBe(false);
  await patient.emulateMedia({ media: "screen" });
  await part("Problems")
    .getByRole("button", { name: /Type 2 diabetes/ })
    .click();
  await patient.getByRole("dialog").getByText("Type 2 diabetes").first().waitFor();

  const doctor = await openApp(browser);
  await comeInAs(doctor, "Dr. Amara Okafor");
  await doctor.getByRole("link", { name: "Open the chart of Tomás Rivera" }).click();
  await doctor.getByRole("button", { name: "Yes, it is" }).click();
  await doctor.getByRole("link", { name: "At a glance" }).click();
  await doctor
    .getByRole("region", { name: "Medicines" })
    .getByRole("button", { name: /Metformin/ })
    .waitFor();
  await doctor.getByText("It can only tell what was shared with you.").waitFor();
  expect(complaints).toEqual([]);
}, 120_000);
