import { inLocale } from "./inLocale.ts";

const plurals: Record<string, string> = {
  tablet: "tablets",
  capsule: "capsules",
  puff: "puffs",
  drop: "drops",
  spray: "sprays",
  patch: "patches",
  dose: "doses",
  unit: "units",
  injection: "injections",
  lozenge: "lozenges",
  suppository: "suppositories",
  application: "applications",
};

const singular: Record<string, string> = {
  h: "hour",
  d: "day",
  wk: "week",
  mo: "month",
  a: "year",
  min: "minute",
  s: "second",
};
const several: Record<string, string> = {
  h: "hours",
  d: "days",
  wk: "weeks",
  mo: "months",
  a: "years",
  min: "minutes",
  s: "seconds",
};

/** How a medicine is taken, as people say it. Units of time are UCUM's. */
export const dosingWords = inLocale({
  dose: (amount: string, unit: string) => `${amount} ${amount === "1" ? unit : (plurals[unit] ?? unit)}`,
  time: (unit: string) => singular[unit] ?? unit,
  times: (amount: string, unit: string) =>
    `${amount} ${amount === "1" ? (singular[unit] ?? unit) : (several[unit] ?? unit)}`,
  onceEvery: (period: string) => `once a ${period}`,
  twiceEvery: (period: string) => `twice a ${period}`,
  timesEvery: (times: string, period: string) => `${times} times a ${period}`,
  every: (period: string) => `every ${period}`,
  timesInEach: (times: string, period: string) => `${times} times every ${period}`,
  orMore: (from: string, to: string) => `${from} to ${to}`,
  on: (days: string) => `on ${days}`,
  at: (times: string) => `at ${times}`,
  forTime: (time: string) => `for ${time}`,
  inAll: (times: string) => `${times} times in all`,
  asNeeded: "as needed",
  asNeededFor: (reason: string) => `as needed for ${reason}`,
  atMost: (amount: string, period: string) => `at most ${amount} in ${period}`,
});
