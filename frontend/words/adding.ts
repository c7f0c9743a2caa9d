import { common } from "./common.ts";

export const adding = {
  link: "Add",
  note: "Write a visit note",
  title: "Add to my chart",
  titleOf: (name: string) => `Add to the chart of ${name}`,
  lead: "Papers, pictures, the records that another portal gave you, or a chart that you downloaded before. They are sealed on this device before they leave it.",
  leadOf:
    "Reports, letters, results. They are sealed on this device before they leave it, and stand in the chart under your name.",
  drop: "Drop files here, or choose them",
  choose: "Choose files",
  kinds: "PDF, pictures, scans, FHIR records, an archive of a chart, or anything else. Several at once.",
  reading: (file: string) => `Reading ${file}`,
  files: "What will be added",
  remove: "Remove",
  removeFile: (file: string) => `Remove ${file}`,
  about: (records: number, bytes: string) => `${common.count(records, "record", "records")}, ${bytes}`,
  showAll: (records: number) => `Show all ${records} records`,
  kindOf: (title: string) => `Kind of ${title}`,
  leaveOut: "Leave out",
  notWritable: (kind: string) =>
    `This looks like ${kind}, which you may not add to this chart, so it is left out. Ask the patient, or choose another kind if it is one.`,
  isThereAlready: "in the chart already",
  submit: (records: number) => `Add ${common.count(records, "record", "records")}`,
  nothing: "Choose at least one record.",
  signatures: (number: number) => `So many records need ${number} signatures.`,
  working: "Adding",
  sealing: (done: string, total: string) => `Sealing and storing: ${done} of ${total}`,
  signing: "Everything is stored. Waiting for your signature and the chain",
  progress: "How much is stored",
  cancel: "Stop",
  added: (records: number) =>
    records === 1 ? "One record was added." : `${records.toLocaleString()} records were added.`,
  more: "Add more",
  loading: "Asking what may be added",
  notLicensed: "Your licence is not in force, so nothing can be added until the board renews it. You can still read.",
  notGranted: "This chart was shared with you to read, not to add to. The patient can change that.",
  bytes: (bytes: number) =>
    bytes < 1000
      ? `${bytes} bytes`
      : new Intl.NumberFormat(undefined, {
          style: "unit",
          unit: bytes < 1e6 ? "kilobyte" : "megabyte",
          maximumFractionDigits: 1,
        }).format(bytes / (bytes < 1e6 ? 1e3 : 1e6)),
};
