import { RecordError } from "./RecordError.ts";
import { deepestRecord } from "./mergedEntries.ts";
import { entriesOf } from "./entriesOf.ts";
import { isJsonObject } from "./isJsonObject.ts";
import { parseHistory } from "./parseHistory.ts";

/**
 * Whether a content may be taken apart and put into one Bundle with others. A document or a signed Bundle may not: a part
 * of it would no longer be what somebody signed.
 */
export function isMergeable(content: Uint8Array): boolean {
  try {
    const [reading, ...more] = parseHistory(content, deepestRecord);
    if (reading === undefined || more.length > 0) return false;
    const { type, signature } = reading.resource;
    return type !== "document" && !isJsonObject(signature) && entriesOf(reading.resource).length > 0;
  } catch (error) {
    if (error instanceof RecordError) return false;
    throw error;
  }
}
