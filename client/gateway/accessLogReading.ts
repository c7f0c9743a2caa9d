import * as v from "valibot";
import type { Answer } from "./attempt.ts";
import { readJson } from "./readJson.ts";

export { readAccessLog } from "./readAccessLog.ts";
export { readAnchoredHeads } from "./readAnchoredHeads.ts";

export function readPage(answer: Answer): Promise<unknown> {
  return readJson(answer, v.unknown(), mostPageBytes);
}

/** Of five hundred entries, each of which may name hundreds of records. */
const mostPageBytes = 2 ** 24;
