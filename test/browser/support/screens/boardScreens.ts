import { comeInAs } from "../comeInAs.ts";
import type { Screen } from "./Screen.ts";
import { link } from "./link.ts";
import { otherDevice } from "./otherDevice.ts";
import { boardClerk, doctor } from "./people.ts";
import { applyAs } from "../applyForLicence.ts";

/** Getting a licence, and giving it. */
export const boardScreens: Screen[] = [
  {
    name: "licence",
    person: doctor,
    async open(page) {
      await page.getByRole("link", { name: /^Licensed physician until/ }).click();
      await page.getByText(/^In force until/).waitFor();
    },
  },
  {
    name: "licence-apply",
    person: doctor,
    async open(page) {
      await page.getByRole("link", { name: /^Licensed physician until/ }).click();
      await link(page, "Apply for a licence");
      await page.getByLabel("Which board?").waitFor();
    },
  },
  {
    name: "board",
    async open(page) {
      const applicant = await otherDevice(page);
      await applyAs(applicant, "Dr. Ada Marlow");
      await applicant.close();
      await comeInAs(page, boardClerk);
      await page
        .getByRole("link", { name: /Dr. Ada Marlow/ })
        .first()
        .waitFor();
    },
  },
  {
    name: "board-application",
    async open(page) {
      const applicant = await otherDevice(page);
      await applyAs(applicant, "Dr. Ada Marlow");
      await applicant.close();
      await comeInAs(page, boardClerk);
      await page
        .getByRole("link", { name: /Dr. Ada Marlow/ })
        .first()
        .click();
      await page.getByText("No licence of this board carries this number.").waitFor();
    },
  },
  {
    name: "board-register",
    person: boardClerk,
    async open(page) {
      await link(page, "Register");
      await page.getByRole("button", { name: /Hanna Weiss/ }).waitFor();
    },
  },
  {
    name: "board-licence",
    person: boardClerk,
    async open(page) {
      await link(page, "Register");
      await page.getByRole("button", { name: /Hanna Weiss/ }).click();
      await page.getByText(/^by Ruth Abara/).waitFor();
      await page.getByRole("button", { name: "Suspend", exact: true }).click();
      await page.getByLabel("Reason for suspending").waitFor();
    },
  },
  {
    name: "board-secret",
    person: boardClerk,
    async open(page) {
      await link(page, "Secret");
      await page.getByRole("button", { name: "Show it, to print" }).click();
      await page.getByText("Keep it where the board keeps").waitFor();
    },
  },
];
