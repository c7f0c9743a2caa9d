import type { Browser } from "playwright";
import { afterAll, beforeAll, expect, test } from "vitest";
import { comeInAs, confirm } from "./support/comeInAs.ts";
import { complaints, openApp, openBrowser } from "./support/openApp.ts";
import { smallPdf } from "#test/support/smallPdf.ts";

let browser: Browser;
beforeAll(async () => void (browser = await openBrowser()));
afterAll(() => browser.close());

test(
  "a doctor applies, is licensed, publishes the licence, and is found by a patient",
  { timeout: 180_000 },
  async () => {
    const [doctor, clerk, patient] = [await openApp(browser), await openApp(browser), await openApp(browser)];
    await doctor.getByRole("button", { name: "Come in as Dr. Elif Aydın" }).click();
    await confirm(doctor, "Sign in");
    await doctor.getByRole("link", { name: "I am a clinician: my licence" }).click();
    await doctor.getByRole("link", { name: "Apply for a licence" }).click();
    await doctor.getByLabel("Name, as it shall stand on the licence").fill("Dr. Elif Aydın");
    await doctor.getByLabel("Speciality, if you have one").fill("surgery");
    await doctor.getByLabel("Licence number, as your board gave it to you").fill("MD-300125");
    const diploma = {
      name: "diploma.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from(smallPdf(["Doctor of medicine"])),
    };
    await doctor.getByLabel("Choose documents").setInputFiles([diploma]);
    await doctor.getByRole("button", { name: "Send to the board" }).click();
    await confirm(doctor, "Sign and send");
    await doctor.getByText("Your application is with the board.").waitFor();
    await doctor.getByText(/to 2 members of the board/).waitFor();

    await comeInAs(clerk, "Ruth Abara");
    await clerk.getByRole("link", { name: /Dr. Elif Aydın/ }).click();
    await clerk.getByText("No licence of this board carries this number.").waitFor();
    await clerk.getByRole("button", { name: "Open diploma.pdf" }).click();
    await clerk.getByRole("dialog").getByText("Doctor of medicine").waitFor();
    await clerk.getByRole("dialog").getByRole("button", { name: "Close" }).click();
    await clerk.getByRole("button", { name: "Issue the licence" }).click();
    await clerk
      .getByRole("dialog")
      .getByText(/this address is a licensed physician from/)
      .waitFor();
    await confirm(clerk, "Issue");
    await confirm(clerk, "Sign and send");
    await clerk.getByText("Dr. Elif Aydın is licensed, and has been sent what you signed.").waitFor();

    await doctor.getByRole("button", { name: "Publish my licence" }).click();
    await doctor.getByText("Your licence is published. Patients find you now.").waitFor();
    await doctor.getByRole("link", { name: "Patients" }).click(); // a licence that began while its holder was in
    await doctor.getByRole("link", { name: "Ask for access" }).waitFor();
    await doctor.getByRole("link", { name: /^Licensed physician/ }).click();
    await comeInAs(patient, "Tomás Rivera");
    await patient.getByRole("link", { name: "Sharing" }).click();
    await patient.getByRole("link", { name: "Share my chart" }).click();
    await patient.getByRole("radio", { name: /Elif Aydın/ }).check();

    await clerk.getByRole("link", { name: "All applications" }).click();
    await clerk.getByRole("link", { name: "Register" }).click();
    await clerk.getByLabel("Find by name, number or address").fill("aydın");
    await clerk.getByRole("button", { name: /Elif Aydın/ }).click();
    await clerk.getByRole("button", { name: "Suspend", exact: true }).click();
    await clerk.getByLabel("Reason for suspending").fill("We wait for a paper from your last hospital.");
    await clerk.getByRole("button", { name: "Suspend the licence" }).click();
    await confirm(clerk, "Sign and send");
    await clerk
      .getByRole("dialog", { name: /^Suspend the licence of/ })
      .getByRole("button", { name: "Suspend" })
      .click();
    await clerk.getByText("The licence is suspended, and its holder is told why.").waitFor();
    await doctor.getByText("We wait for a paper from your last hospital.").waitFor();
    expect(complaints).toEqual([]);
  },
);
