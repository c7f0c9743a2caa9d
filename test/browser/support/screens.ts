import type { Page } from "playwright";
import { comeInAs, confirm } from "./comeInAs.ts";

/** Every screen, and how somebody gets to it. */
export type Screen = { name: string; person?: string; open(page: Page): Promise<void> };

const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).click();
const [patient, doctor] = ["Tomás Rivera", "Dr. Amara Okafor"];

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
      await page.getByRole("radio", { name: /Hanna Weiss/ }).check();
      await page.waitForTimeout(1000); // until it is kept
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
        .getByText(/received the key|Nobody has received/)
        .first()
        .waitFor();
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
];

/** From nowhere to a screen. */
export async function reach(page: Page, { person, open }: Screen): Promise<void> {
  if (person !== undefined) await comeInAs(page, person);
  await open(page);
}
