import * as v from "valibot";
import { isOnTheCalendar } from "./isOnTheCalendar.ts";

/** RFC 3339 in UTC, of a day that there is. */
export const utcInstant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
  v.check(isOnTheCalendar),
);
