import { common } from "./common.ts";
import { inLocale } from "./inLocale.ts";

const files = (number: number) => common.count(number, "file", "files");
const records = (number: number) => common.count(number, "record", "records");
const patients = (number: number) => common.count(number, "patient", "patients");

/** Many files for many charts. */
export const batchWords = inLocale({
  title: "Add many",
  titleFor: (hospital: string) => `Add for ${hospital}`,
  lead: "Results, letters and scans for many patients at once. You see whose each file is before anything is added, and they are sealed on this device.",
  loading: "Asking the chain for whom you can add",
  loadingCharts: "Asking which charts may be added to",
  noWork:
    "You work for no hospital now: your appointment has ended or was withdrawn. Ask the hospital’s desk to appoint you again.",
  hospital: "For which hospital?",
  unnamed: (address: string) => `A hospital (${address})`,
  until: (hospital: string, day: string) => `You may add for ${hospital} until ${day}.`,
  soon: (when: string) => `This ends ${when}; ask the hospital’s desk if you need longer.`,
  handedOut: (moment: string) => `Your keys are from ${moment}.`,
  charts: (number: number) =>
    number === 0 ? "Nothing can be added to anybody’s chart now." : `You can add to the charts of ${patients(number)}.`,
  changed: (number: number) =>
    `${number === 1 ? "One chart has" : `${number.toLocaleString()} charts have`} new keys that you have not got. Ask the hospital’s desk to hand out keys again.`,
  changedOwn: (number: number) =>
    `${number === 1 ? "One chart has" : `${number.toLocaleString()} charts have`} new keys that have not reached you. The patient sends them when they next open their vault.`,
  drop: "Drop files or a folder here, or choose them",
  dropHow:
    "Whose a file is follows from a list “index.csv” beside it (file, patient or name and birth date, part, title), from the FHIR in it, or from a folder or name that begins with the patient’s address, or with “Family, Given 1970-01-31”.",
  chooseFiles: "Choose files",
  chooseFolder: "Choose a folder",
  reading: (done: number, all: number) => `Reading ${done.toLocaleString()} of ${files(all)}`,
  manifestUnreadable: "The list “index.csv” has no heading “file” in its first line, so it was not used.",
  undecided: "Whose are these?",
  undecidedLead: "They are left out unless you choose.",
  whose: (path: string) => `Whose is ${path}`,
  nobody: "Leave out",
  partOf: (title: string, path: string) => `Part of ${title}, ${path}`,
  leaveOut: "Leave out",
  remove: "Start over",
  summary: (all: number, charts: number) =>
    all === 0 ? "Nothing to add yet." : `${records(all)} for ${patients(charts)}.`,
  leftOut: (number: number) => `${files(number)} will be left out, as said beside each.`,
  submit: (all: number, charts: number) => `Add ${records(all)} to ${common.count(charts, "chart", "charts")}`,
  walletAsks: (charts: number) =>
    `Your wallet will ask you once for each chart: ${common.count(charts, "time", "times")}.`,
  group: (day: string, number: number) => `born ${day}, ${records(number)}`,
  person: (name: string, day: string) => `${name}, born ${day}`,
  problems: {
    "no-hint": "Nothing says whose this is.",
    nobody: "Whoever this is about lets you add nothing, or is not known here.",
    several: "This fits more than one patient.",
    contradiction: "The list, the file and its place name different people.",
    ended: "This patient no longer lets you add.",
    "keys-changed": "This chart has new keys that you have not got yet.",
    there: "In the chart already.",
    twice: "The same file again.",
    "left-out": "Left out.",
    "no-part": "Nothing of it may be added as it is.",
    error: "It cannot be read.",
  },
  notWritable: (part: string) => `It looks like “${part}”, which this patient does not let you add.`,
  unknownFormat: "This format is not known here.",
  progress: "How much is added",
  working: (done: number, all: number) => `Adding: ${done.toLocaleString()} of ${common.count(all, "chart", "charts")}`,
  stay: "Stay on this page until it is done. If it stops, choose the same files again, and it goes on where it was.",
  stop: "Stop",
  stopping: "Stopping",
  report: {
    title: "What was added",
    at: (moment: string) => `On ${moment}`,
    outcome: {
      added: (number: number) => `${files(number)} added`,
      there: (number: number) => `${files(number)} in the chart already`,
      failed: (number: number) => `${files(number)} not added`,
      "left-out": (number: number) => `${files(number)} left out`,
      stopped: (number: number) => `${files(number)} not begun when it was stopped`,
    },
    goOn: "To go on, choose the same files again: what is in is not added twice.",
    failures: "Not added, and why",
    failure: (path: string, name: string, why: string) => `${path} (${name}): ${why}`,
    download: "Download the report",
    warning: "The file has names and titles in plain text. Keep it where you would keep a patient list.",
    throwAway: "Throw this report away",
    more: "Add more",
    fileName: (day: string) => `added-${day}.csv`,
    headings: ["File", "Patient", "Address", "Outcome", "Records", "Why"],
    outcomes: {
      added: "added",
      there: "in the chart already",
      failed: "not added",
      "left-out": "left out",
      stopped: "not begun",
    },
  },
});
