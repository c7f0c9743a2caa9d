import { common } from "./common.ts";
import { inLocale } from "./inLocale.ts";

/** Taking a chart along as a file, and opening an archive again. */
export const takingWords = inLocale({
  title: "Download everything",
  lead: "All that is in your chart, as one file on this device. Your chart stays as it is.",
  form: "What for?",
  forms: {
    archive: "To keep: an archive that a passphrase locks",
    bundle: "For another app: a file in the FHIR format",
  },
  unlocked:
    "This file is not locked: whoever gets it can read everything in it. Give it only to an app that you trust, and delete it when you no longer need it.",
  bundleLead:
    "All records in one file that other health apps read. Papers and pictures are in it to the byte; so is what was replaced or entered in error, marked as that.",
  archiveLead:
    "Nobody reads anything in it without the passphrase. It opens on every computer that has Ownchart's page, without a wallet and without this chart.",
  archiveNote: "Write the passphrase down before you go on: without it nobody opens the archive, not even you.",
  make: "Make the archive",
  download: "Download everything",
  working: "Putting your chart together",
  progress: "How many records are read",
  read: (done: number, total: number) => `${done} of ${common.count(total, "record", "records")}`,
  finishing: "All is read. Writing the file",
  stop: "Stop",
  done: (records: number, file: string) => `${common.count(records, "record is", "records are")} in “${file}”.`,
  fileName: (day: string) => `Ownchart ${day}`,
  incomplete: (name: string) => `${name} incomplete`,
  lost: (records: number) =>
    `${common.count(records, "record is", "records are")} missing from this file, because ${records === 1 ? "it" : "they"} cannot be had:`,
  lostRecord: (what: string, why: string) => `${what}: ${why}`,
  added: (day: string) => `A record that was added on ${day}`,
  again: "Save it again",
  other: "Download in another form",
  openLink: "Open an archive",
  open: {
    title: "Open an archive",
    lead: "A file that ends in .ownchart, which was made under Download everything. It is opened on this device; nothing is sent anywhere.",
    choose: "Choose the archive",
    chosen: (name: string, size: string) => `${name}, ${size}`,
    passphrase: "Its passphrase",
    action: "Open",
    working: "Opening the archive",
    unlocked:
      "What was in it is now on this device in a ZIP file, and is not locked any more. bundle.json has all health records in the FHIR format, the folder files has papers and pictures, index.json says what is what.",
    back: "Back",
    again:
      "To have it in a chart of your own again you need not open it here: come in, open a chart, and choose the archive there under Add.",
    comeIn: "Come in",
  },
});
