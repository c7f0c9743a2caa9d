import { isOnTheCalendar } from "./isOnTheCalendar.ts";

/** A date as FHIR writes it: a day, a month or a year. */
export function isFhirDate(text: string): boolean {
  const isDate = /^(?!0000)\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?$/.test(text);
  return isDate && (text.length < 10 || isOnTheCalendar(`${text}T00:00:00Z`));
}
