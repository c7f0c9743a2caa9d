import type { Entry } from "#core/records/entry.ts";

/** A description of category 2 in epoch 3. */
export const sampleEntry: Entry = {
  cid: "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku",
  mediaType: "application/fhir+json",
  title: "Blood count",
  category: 2,
  epoch: 3,
  issued: "2026-01-02T03:04:05Z",
  resources: ["DiagnosticReport", "Observation"],
};
