import type { Page } from "playwright";
import { comeInAs, confirm } from "./comeInAs.ts";
import { oldChart, oldPassphrase } from "./oldChart.ts";
import { applyAs } from "./applyForLicence.ts";
import { addPasskeys, createHere, makeVault } from "./ownWallet.ts";
import { typeUntilKept } from "./typeUntilKept.ts";

/** Every screen, and how somebody gets to it. */
export type Screen = { name: string; person?: string; open(page: Page): Promise<void> };

const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).click();
/** Who has come in on most of the screens. */
export const patientOfScreens = "Tomás Rivera";
const [patient, doctor] = [patientOfScreens, "Dr. Amara Okafor"];
const [hospital, clerk, boardClerk] = ["Harbor General Hospital", "Rosa Marín", "Ruth Abara"];

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
    name: "join",
    async open(page) {
      await page.getByRole("button", { name: "I use Ownchart on another device" }).click();
      await page.getByRole("heading", { name: "Let your other device scan this" }).waitFor();
    },
  },
  { name: "join-digits", open: async (page) => void (await handOver(page)) },
  { name: "join-arrived", open: async (page) => typeDigits(await handOver(page), page) },
  {
    name: "join-way",
    async open(page) {
      await typeDigits(await handOver(page), page);
      await page.getByRole("button", { name: "Yes, it says so" }).click();
      await page.getByRole("button", { name: /^Use / }).first().waitFor();
    },
  },
  {
    name: "add-device",
    person: patient,
    async open(page) {
      await link(page, "Vault");
      await link(page, "Add a device");
      await page.getByLabel("Or paste the link").waitFor();
    },
  },
  {
    name: "add-device-digits",
    async open(page) {
      const { link: code } = await codeOfNewDevice(page);
      await createHere(page);
      await answerDevice(page, code);
    },
  },
  {
    name: "add-device-done",
    async open(page) {
      const { phone, link: code } = await codeOfNewDevice(page);
      await createHere(page);
      await answerDevice(page, code);
      await typeDigits(page, phone);
      await page.getByRole("heading", { name: "Handed over" }).waitFor();
    },
  },
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

/** Another device of somebody's, in plain English whatever this one speaks. */
async function otherDevice(page: Page): Promise<Page> {
  const other = await (await page.context().browser()!.newContext()).newPage();
  await other.goto(page.url().split("?")[0]!);
  return other;
}

/** The link of a new device's code, in a window of its own that then goes on by itself. */
async function codeOfNewDevice(page: Page): Promise<{ phone: Page; link: string }> {
  const phone = await otherDevice(page);
  await phone.getByRole("button", { name: "I use Ownchart on another device" }).click();
  await phone.getByRole("heading", { name: "Let your other device scan this" }).waitFor();
  return { phone, link: (await phone.locator("details p").textContent())! };
}

/** A device of somebody's own that was let in, and asks how it is unlocked. */
async function handOver(page: Page): Promise<Page> {
  const old = await otherDevice(page);
  await createHere(old);
  await page.getByRole("button", { name: "I use Ownchart on another device" }).click();
  await page.getByRole("heading", { name: "Let your other device scan this" }).waitFor();
  await answerDevice(old, (await page.locator("details p").textContent())!);
  await page.getByRole("heading", { name: "Type these digits on your other device" }).waitFor();
  return old;
}

async function typeDigits(old: Page, page: Page): Promise<void> {
  const spoken = await page.locator(".sr-only", { hasText: /\d( \d){5}/ }).textContent();
  await old.getByLabel("The six digits on the new device").fill(spoken!.replaceAll(/\D/g, ""));
  await old.getByRole("button", { name: "Hand everything over" }).click();
  await page.getByRole("heading", { name: "Is this yours?" }).waitFor();
}

async function answerDevice(old: Page, code: string): Promise<void> {
  await link(old, "Vault");
  await link(old, "Add a device");
  await old.getByLabel("Or paste the link").fill(code);
  await old.getByRole("button", { name: "Go on" }).click();
  await old.getByRole("heading", { name: "A new device wants to open your vault" }).waitFor();
}

/** From nowhere to a screen. */
export async function reach(page: Page, { person, open }: Screen): Promise<void> {
  if (person !== undefined) await comeInAs(page, person);
  await open(page);
}
