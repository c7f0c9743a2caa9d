import { inLocale } from "./inLocale.ts";

/** How everything in a chart went that was measured more than once. */
export const overTimeWords = inLocale({
  title: "Over time",
  lead: "Everything that was measured more than once, with its newest value. Open one to see all of its values.",
  leadOf: (name: string) =>
    `Everything in the chart of ${name} that was measured more than once, with its newest value.`,
  loading: "Opening the chart",
  search: "Search measurements",
  nothing: "Nothing in this chart was measured more than once.",
  nothingYet: "Nothing was measured more than once in what has been looked through so far.",
  nothingFound: "No measurement has a name like that.",
  kinds: { vitals: "Vital signs", laboratory: "Laboratory", other: "Other measurements" },
  range: (range: string) => `Reference range ${range}`,
  values: (name: string) => `All values of ${name}`,
  asTable: "As a table",
  table: "Results by day, newest first",
  what: "What was measured",
  earlier: (days: number) => `Show earlier days (${days})`,
  sameDay: (number: number) => `and ${number} more that day`,
  day: "Day",
  value: "Value",
  inUnit: (head: string, unit: string) => (unit === "" ? head : `${head} (${unit})`),
  standing: "How it stands",
});
