import type { Page } from "playwright";
import { confirm } from "../comeInAs.ts";
import type { Screen } from "./Screen.ts";
import { link } from "./link.ts";
import { doctor, patient } from "./people.ts";

/** Writing a visit note. */
export const noteScreens: Screen[] = [
  {
    name: "note",
    person: doctor,
    async open(page) {
      await openNote(page);
      await page.getByLabel("Reason").fill("Short of breath on the stairs");
      await page.getByLabel("Findings").fill("Wheezing on both sides.\nNo fever.");
      for (const [name, value] of [
        ["Upper blood pressure", "132"],
        ["Lower blood pressure", "84"],
        ["Pulse", "88"],
      ] as const)
        await page.getByLabel(name).fill(value);
      await chooseDiagnosis(page, "Acute bronchitis");
      await page.getByLabel("Follow-up for").fill("Lung function");
      await page.evaluate(() => scrollTo(0, 0));
    },
  },
  {
    name: "note-faults",
    person: doctor,
    async open(page) {
      await openNote(page);
      await page.getByLabel("Temperature").fill("98");
      await chooseDiagnosis(page, "Heart attack");
      await chooseDiagnosis(page, "Penicillin", ["ArrowUp", "Enter"]);
      await page.getByLabel("ICD-10 code of").fill("no code");
      await page.getByRole("button", { name: "Sign and add the note" }).click();
      await page.getByText("Please look at what is marked above").waitFor();
      await page.getByText("Templates of your own").click();
    },
  },
  {
    name: "note-search",
    person: doctor,
    async open(page) {
      await openNote(page);
      await page.getByRole("combobox", { name: "Find a diagnosis" }).fill("heart");
      await page.getByRole("option").first().waitFor();
    },
  },
  {
    name: "note-correction",
    person: doctor,
    async open(page) {
      await openNote(page);
      await page.getByLabel("Reason").fill("Penicillin");
      await page.getByRole("button", { name: "Sign and add the note" }).click();
      await confirm(page, "Add");
      await link(page, "Back to the chart");
      await page
        .getByRole("button", { name: /Visit note: Penicillin/ })
        .first()
        .click();
      await page.getByRole("link", { name: "Correct this note" }).click();
      await page.getByLabel("Findings").fill("Penicillin");
      await page.getByRole("button", { name: "Sign the correction" }).click();
      await confirm(page, "Replace it");
      await link(page, "Back to the chart");
      await page
        .getByRole("button", { name: /Visit note: Penicillin/ })
        .first()
        .click();
      await page
        .getByRole("button", { name: /Earlier version|Newer version/ })
        .first()
        .waitFor();
      await page.getByText("Assessment").first().waitFor();
    },
  },
];

/** The form for a note about the doctor's patient. */
async function openNote(page: Page): Promise<void> {
  await page.getByRole("link", { name: `Open the chart of ${patient}` }).click();
  await page.getByRole("button", { name: "Yes, it is" }).click();
  await link(page, "Write a visit note");
  await page.getByText("Templates of your own").waitFor();
}

/** The first that fits; with an arrow up, what was typed in one's own words. */
async function chooseDiagnosis(page: Page, name: string, keys = ["Enter"]): Promise<void> {
  await page.getByRole("combobox", { name: "Find a diagnosis" }).fill(name);
  await page.getByRole("option").first().waitFor();
  for (const key of keys) await page.keyboard.press(key);
}
