import type { Page } from "playwright";
import { comeInAs } from "./comeInAs.ts";

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
    name: "trends",
    person: patient,
    async open(page) {
      await link(page, "Over time");
      for (const name of [/^Blood pressure/, /^HbA1c/]) await page.getByRole("button", { name }).click();
      await page.getByRole("table", { name: "All values of HbA1c" }).waitFor();
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
