import type { Page } from "playwright";
import { confirm } from "../comeInAs.ts";
import type { Screen } from "./Screen.ts";
import { link } from "./link.ts";
import { clerk, hospital } from "./people.ts";
import { addPasskeys, makeVault } from "../ownWallet.ts";

/** A hospital, and those who work for it. */
export const hospitalScreens: Screen[] = [
  {
    name: "staff",
    person: hospital,
    async open(page) {
      await link(page, "Staff");
      await page.getByLabel("Their address").fill(`0x${"11".repeat(20)}`);
      await page.getByText(/This person cannot be sent keys yet/).waitFor();
      await page.getByText(/Nothing has been handed out|Last handed out/).waitFor();
    },
  },
  {
    name: "staff-card",
    person: hospital,
    async open(page) {
      await link(page, "Staff");
      await page
        .getByRole("button", { name: /^End the work of/ })
        .first()
        .click();
      await page.getByRole("dialog").getByText("What exactly is signed").click();
    },
  },
  {
    name: "batch",
    person: clerk,
    open: (page) => page.getByText(/You can add to the charts of/).waitFor(),
  },
  { name: "batch-preview", person: hospital, open: chooseForDesk },
  {
    name: "batch-card",
    person: hospital,
    async open(page) {
      await chooseForDesk(page);
      await page.getByRole("button", { name: "Add 2 records to 2 charts" }).click();
      await page.getByRole("dialog").getByText("What exactly is signed").click();
    },
  },
  {
    name: "batch-progress",
    person: hospital,
    async open(page) {
      await chooseForDesk(page);
      await page.context().route("**/relay", () => {}); // and it goes nowhere
      await page.getByRole("button", { name: "Add 2 records to 2 charts" }).click();
      await confirm(page, "Add them all");
      await page.getByRole("button", { name: "Stop" }).waitFor();
    },
  },
  {
    name: "batch-report",
    person: hospital,
    async open(page) {
      await chooseForDesk(page);
      await page.getByRole("button", { name: "Add 2 records to 2 charts" }).click();
      await confirm(page, "Add them all");
      await page.getByRole("heading", { name: "What was added" }).waitFor();
    },
  },
  {
    name: "use-as-staff",
    async open(page) {
      await addPasskeys(page.context(), page);
      await page.getByRole("button", { name: "Create one here" }).click();
      await makeVault(page);
      await page.getByRole("dialog").getByRole("button", { name: "Not now" }).click();
      await page.getByRole("button", { name: "I work for a hospital" }).click();
      await confirm(page, "Publish");
      await page.getByText("Your key is published.").waitFor();
    },
  },
];

/** Files at a hospital's own desk, which has the newest keys of all charts: for two patients, for one who lets nobody add scans, and for nobody. */
async function chooseForDesk(page: Page): Promise<void> {
  const names = [
    "Rivera, Tomás 1967-02-03 lab result 1.txt",
    "Mensah, Kwame 1998-07-19 lab result 2.txt",
    "Chen, Maya 1993-08-14 xray.txt",
    "scan.bin",
  ];
  const files = names.map((name) => ({
    name,
    mimeType: "text/plain",
    buffer: Buffer.from(`${name} ${Math.random()}`),
  }));
  await link(page, "Add many");
  await page.getByLabel("Choose files", { exact: true }).setInputFiles(files);
  await page.getByText("2 records for 2 patients.").waitFor();
}
