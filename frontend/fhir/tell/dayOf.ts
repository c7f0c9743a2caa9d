import { isJsonObject } from "#core/records/isJsonObject.ts";
import { formatDay } from "../format/formatDay.ts";
import type { Reader } from "../format/Reader.ts";
import { timeOf } from "./timeOf.ts";

/** The same as timeOf for what did not begin or end at a minute, whatever a system wrote down. */
export function dayOf(resource: unknown, name: string, reader: Reader): string | undefined {
  const moment = isJsonObject(resource) ? resource[`${name}DateTime`] : undefined;
  return moment === undefined ? timeOf(resource, name, reader) : formatDay(moment, reader);
}
