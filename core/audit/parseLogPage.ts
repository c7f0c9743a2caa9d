import type { Address, Hex } from "viem";
import * as v from "valibot";
import type { AccessLog } from "./AccessLog.ts";
import { AuditError } from "./AuditError.ts";

/** A part of a log. */
export type LogPage = AccessLog & {
  /** Whether entries follow; a log that was exported whole need not say that none do. */
  more: boolean;
};

/** What a gateway answered, or a subject has exported, in the form of a log; nothing of it is verified yet. */
export function parseLogPage(value: unknown): LogPage {
  const result = v.safeParse(pageSchema, value);
  if (!result.success) throw new AuditError("LogBroken", "It has not the form of a log.");
  return result.output;
}

const hash = v.custom<Hex>((value) => typeof value === "string" && /^0x[0-9a-f]{64}$/.test(value));
const address = v.custom<Address>((value) => typeof value === "string" && /^0x[0-9a-f]{40}$/.test(value));
const number = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const positive = v.pipe(v.number(), v.safeInteger(), v.minValue(1));

/** Of a tree with as many leaves as our indexes can count. */
const mostLevels = 31;

const pageSchema = v.object({
  subject: address,
  salt: v.nullable(hash),
  entries: v.array(
    v.object({ count: positive, at: number, to: address, capsules: v.array(hash), head: hash }), //
  ),
  anchors: v.array(
    v.object({
      root: hash,
      total: positive,
      count: positive,
      head: hash,
      index: number,
      siblings: v.pipe(v.array(v.nullable(hash)), v.maxLength(mostLevels)),
    }),
  ),
  more: v.optional(v.boolean(), false),
});
