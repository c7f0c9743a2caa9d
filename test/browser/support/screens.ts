import type { Page } from "playwright";
import { comeInAs, confirm } from "./comeInAs.ts";
import { oldChart, oldPassphrase } from "./oldChart.ts";
import { createHere } from "./ownWallet.ts";
import type { Screen } from "./screens/Screen.ts";
import { boardScreens } from "./screens/boardScreens.ts";
import { deviceScreens } from "./screens/deviceScreens.ts";
import { hospitalScreens } from "./screens/hospitalScreens.ts";
import { link } from "./screens/link.ts";
import { noteScreens } from "./screens/noteScreens.ts";
import { doctor, patient } from "./screens/people.ts";
import { typeUntilKept } from "./typeUntilKept.ts";

/** Every screen. */
export const screens: Screen[] = [
  { name: "welcome", open: (page) => page.getByRole("heading", { name: "Welcome to Ownchart" }).waitFor() },
  {
    name: "sign-in",
    async open(page) {
      await page.getByRole("button", { name: `Come in as ${patient}` }).click();
      await page.getByRole("dialog").waitFor();
    },
  },
  {
    name: "chart",
    person: patient,
    open: (page) => page.getByText(/^\d+ records$/).waitFor(),
  },
  {
    name: "trends",
    person: patient,
    async open(page) {
      await link(page, "Over time");
      for (const name of [/^Blood pressure/, /^HbA1c/]) await page.getByRole("button", { name }).click();
      await page.getByRole("table", { name: "All values of HbA1c" }).waitFor();
    },
  },
  {
    name: "glance",
    person: patient,
    async open(page) {
      await link(page, "At a glance");
      await page.getByRole("region", { name: "Medicines" }).getByRole("button").first().waitFor();
    },
  },
  {
    name: "download",
    person: patient,
    async open(page) {
      await link(page, "Download everything");
      await page.getByText(/^\w+( \w+){5}$/).waitFor();
    },
  },
  {
    name: "downloaded",
    person: patient,
    async open(page) {
      await link(page, "Download everything");
      await page.getByRole("radio", { name: /For another app/ }).check();
      await page.getByRole("button", { name: "Download everything" }).click();
      await page.getByText(/records are in/).waitFor();
    },
  },
  {
    name: "open-archive",
    async open(page) {
      await link(page, "Open an archive of a chart");
      await page.getByRole("heading", { name: "Open an archive" }).waitFor();
    },
  },
  {
    name: "record",
    person: patient,
    async open(page) {
      await page
        .getByRole("button", { name: /Laboratory results: Follow-up visit/ })
        .first()
        .click();
      await page
        .getByRole("dialog")
        .getByText(/HbA1c|A1c/i)
        .first()
        .waitFor();
    },
  },
  {
    name: "sharing",
    person: patient,
    async open(page) {
      await link(page, "Sharing");
      await page
        .getByRole("button", { name: /End sharing with/ })
        .first()
        .waitFor();
    },
  },
  {
    name: "share",
    person: patient,
    async open(page) {
      await link(page, "Sharing");
      await link(page, "Share my chart");
      await page.getByRole("radio", { name: /Hanna Weiss/ }).check();
      await page.getByText(/Dr. Hanna Weiss may read/).waitFor();
    },
  },
  {
    name: "share-card",
    person: patient,
    async open(page) {
      await link(page, "Sharing");
      await link(page, "Share my chart");
      await page.getByRole("radio", { name: /Hanna Weiss/ }).check();
      await page.getByRole("button", { name: "Share with Dr. Hanna Weiss" }).click();
      await page.getByRole("dialog").getByText("What exactly is signed").click();
    },
  },
  {
    name: "draft",
    person: patient,
    async open(page) {
      await link(page, "Sharing");
      await link(page, "Share my chart");
      await typeUntilKept(page, () => page.getByRole("radio", { name: /Hanna Weiss/ }).check());
      await link(page, "Sharing");
      await link(page, "Share my chart");
      await page.getByRole("button", { name: "Go on with it" }).waitFor();
    },
  },
  {
    name: "under-way",
    person: patient,
    async open(page) {
      await link(page, "Sharing");
      await link(page, "Share my chart");
      await page.getByRole("radio", { name: /Hanna Weiss/ }).check();
      await page.getByRole("button", { name: "Share with Dr. Hanna Weiss" }).click();
      const asked = Promise.withResolvers<void>();
      await page.context().route("**/relay", () => asked.resolve()); // and it goes nowhere
      await confirm(page, "Share");
      await asked.promise;
      await page.getByRole("button", { name: "Lock", exact: true }).click();
      await page.context().unroute("**/relay");
      await comeInAs(page, patient);
      await page.getByText("A share that you signed did not happen").waitFor();
    },
  },
  {
    name: "activity",
    person: patient,
    async open(page) {
      await link(page, "Activity");
      await page
        .getByText(/received the keys to|received the key to one|Nobody has received/)
        .first()
        .waitFor();
    },
  },
  {
    name: "notices",
    person: patient,
    async open(page) {
      await page.getByRole("link", { name: /^Notices/ }).click();
      await page.getByText(/^What you share with Noah Lindqvist, pharmacist ends/).waitFor();
    },
  },
  {
    name: "vault",
    person: patient,
    async open(page) {
      await link(page, "Vault");
      await page.getByRole("heading", { name: "Ways to unlock" }).waitFor();
    },
  },
  {
    name: "add",
    person: patient,
    async open(page) {
      await link(page, "Add");
      await page.getByText("Drop files here").waitFor();
    },
  },
  {
    name: "add-archive",
    person: patient,
    async open(page) {
      await link(page, "Add");
      await page.getByLabel("Choose files").setInputFiles(await oldChart());
      await page.getByLabel("Its passphrase").waitFor();
    },
  },
  {
    name: "add-brought",
    person: patient,
    async open(page) {
      await link(page, "Add");
      await page.getByLabel("Choose files").setInputFiles(await oldChart());
      await page.getByLabel("Its passphrase").fill(oldPassphrase);
      await page.getByRole("button", { name: "Open the archive" }).click();
      await page.getByText("1 record stays behind").click();
    },
  },
  {
    name: "empty-chart",
    async open(page) {
      await createHere(page);
      await page.getByRole("link", { name: "I have an archive from before" }).waitFor();
    },
  },
  {
    name: "add-by-hand",
    person: patient,
    async open(page) {
      await link(page, "Add");
      for (const [kind, field] of [
        ["An allergy", "What you are allergic to"],
        ["A medicine", "Name of the medicine"],
      ] as const) {
        await page.getByRole("button", { name: kind }).click();
        await page.getByLabel(field).fill("Penicillin");
        await page.getByRole("button", { name: "Write it down" }).click();
      }
      await page.getByRole("button", { name: "A measurement" }).click();
      await page.getByRole("button", { name: "Write it down" }).click();
      await page.getByText("Please write two numbers").waitFor();
    },
  },
  {
    name: "desk",
    person: patient,
    async open(page) {
      await link(page, "Sharing");
      await link(page, "At the desk");
      await page.getByLabel("Or paste the link").waitFor();
    },
  },
  {
    name: "new-wallet",
    async open(page) {
      await page.getByRole("button", { name: "Create one here" }).click();
      await page.getByText("Group 6").waitFor();
    },
  },
  {
    name: "locked",
    async open(page) {
      await createHere(page);
      await page.getByRole("button", { name: "Lock", exact: true }).click();
      await page.getByRole("button", { name: /Come back as/ }).click();
      await page.getByRole("button", { name: "Use my other device" }).waitFor();
    },
  },
  {
    name: "ask",
    person: doctor,
    async open(page) {
      await link(page, "Ask for access");
      await page.getByRole("button", { name: "Show a code" }).click();
      await page.getByRole("button", { name: "Sign the request" }).click();
      await page.getByRole("heading", { name: "Let the patient scan this" }).waitFor();
    },
  },
  {
    name: "patients",
    person: doctor,
    open: (page) =>
      page
        .getByRole("link", { name: /Open the chart of/ })
        .first()
        .waitFor(),
  },
  {
    name: "patient-chart",
    person: doctor,
    async open(page) {
      await page.getByRole("link", { name: `Open the chart of ${patient}` }).click();
      await page.getByRole("button", { name: "Yes, it is" }).click();
      await page.getByText(/^\d+ records$/).waitFor();
    },
  },
  ...deviceScreens,
  ...hospitalScreens,
  ...noteScreens,
  ...boardScreens,
];

/** From nowhere to a screen. */
export async function reach(page: Page, { person, open }: Screen): Promise<void> {
  if (person !== undefined) await comeInAs(page, person);
  await open(page);
}
