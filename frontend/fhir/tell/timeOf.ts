import type { Reader } from "../format/Reader.ts";
import { isJsonObject } from "#core/records/isJsonObject.ts";
import { describeDatum } from "../measure/describeDatum.ts";

/** What onset[x], performed[x] and their like say, of whichever kind it is. */
export function timeOf(resource: unknown, name: string, reader: Reader): string | undefined {
  if (!isJsonObject(resource)) return undefined;
  const kinds = ["DateTime", "Period", "Date", "Age", "Range", "String"];
  const kind = kinds.find((candidate) => resource[name + candidate] !== undefined);
  return kind === undefined ? undefined : describeDatum(kind, resource[name + kind], reader);
}
