/** What a person is told. Engineers find the detail in the error's `detail`. */
export const recordErrorSentences = {
  NotJson: "This file is damaged, or is not a health record in JSON.",
  TooDeep: "This file is built in a way that no health record is.",
  TooLong: "These records are too long to be put together.",
  NotFhir: "This file is not a health record in the FHIR format.",
  NotABundle: "This should hold a collection of health records, but is something else.",
  EmptyBundle: "There are no health records in this file.",
  EmptyFile: "There is nothing in this file.",
  HistoryTooLarge: "These health records are too large to be read at once; split the file, or ask for a smaller one.",
  ResourceWithoutType: "Something in this file does not say what it is.",
} as const;

export type RecordErrorName = keyof typeof recordErrorSentences;
