import { common } from "./common.ts";

/** What was measured, told of a whole chart. */
export const results = {
  /** Names have commas of their own. */
  list: (names: readonly string[]) => names.join("; "),
  standing: (word: string, names: string) => `${word}: ${names}`,
  several: (outside: number, all: number, names: string) =>
    `${outside} of ${all} results outside their range: ${names}`,
  andMore: (names: string, more: number) => `${names} and ${more} more`,
  outside: "Outside the range",
  looking: (done: number, total: number) => `Looking through results: ${done} of ${total} records`,
  lookingFor: "More may follow: not every record has been looked through yet.",
  noneOutside: "None of these records has a result outside its range.",
  refused: (number: number) =>
    `${common.count(number, "record", "records")} could not be looked through for results. The timeline is complete.`,
  stopped: "Not all results could be looked through, so some words about them are missing.",
};
