import { inLocale } from "./inLocale.ts";

/** What a line over time says, in words. */
export const trendWords = inLocale({
  heading: "Over time",
  rose: (name: string, first: string, last: string, when: string) => `${name} rose from ${first} to ${last} ${when}`,
  fell: (name: string, first: string, last: string, when: string) => `${name} fell from ${first} to ${last} ${when}`,
  stayed: (name: string, last: string, when: string) => `${name} was ${last} at the beginning and at the end, ${when}`,
  between: (first: string, last: string) => `between ${first} and ${last}`,
  within: (moment: string) => `in ${moment}`,
  nowWithin: "The last value is within its reference range.",
  nowBelow: "The last value is below its reference range.",
  nowAbove: "The last value is above its reference range.",
  sentence: (text: string) => `${text}.`,
  values: (count: number) => `All ${count} values`,
  valuesOf: (name: string) => `Values of ${name}`,
  bloodPressure: "Blood pressure",
  day: "Day",
  value: "Value",
  of: (whole: string, part: string) => `${whole}, ${part.toLowerCase()}`,
});
