import * as v from "valibot";
import type { Hex } from "viem";
import { utcInstant } from "./utcInstant.ts";

/** What a timeline knows of a record before it is opened: the description sealed in the record's capsule. */
export type Entry = {
  cid: string;
  mediaType: string;
  title: string;
  category: number;
  epoch: number;
  /** RFC 3339 in UTC. */
  issued: string;
  /** The FHIR types that are in the record. */
  resources: string[];
  /** The hash of the capsule that this record takes the place of. */
  prev?: Hex;
};

const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));

const entrySchema = v.object({
  cid: v.pipe(v.string(), v.regex(/^b[a-z2-7]+$/)),
  mediaType: v.string(),
  title: v.string(),
  // A later version may have more categories than this one: a number that is not known here is no fault.
  category: wholeNumber,
  epoch: wholeNumber,
  issued: utcInstant,
  resources: v.array(v.string()),
  prev: v.exactOptional(v.custom<Hex>((value) => typeof value === "string" && /^0x[0-9a-f]{64}$/.test(value))),
});

/** An entry without the members that are not known here; undefined where the value is none. */
export function parseEntry(value: unknown): Entry | undefined {
  const { success, output } = v.safeParse(entrySchema, value, { abortEarly: true, abortPipeEarly: true });
  return success ? output : undefined;
}
