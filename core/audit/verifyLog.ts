import { type Address, zeroHash } from "viem";
import type { AccessLog, LogAnchor } from "./AccessLog.ts";
import type { AnchoredHead } from "./AnchoredHead.ts";
import { AuditError } from "./AuditError.ts";
import type { LogMemory } from "./LogMemory.ts";
import { entryHead } from "./entryHead.ts";
import { leafHash } from "./leafHash.ts";
import { rootOf } from "./rootOf.ts";

export type VerifyLogParameters = {
  subject: Address;
  /** Who anchors, as the reader knows it: not as whoever delivered the log says. */
  gateway: Address;
  log: AccessLog;
  /** All that this gateway has anchored, the oldest first, read from the chain after the log. */
  heads: readonly AnchoredHead[];
  /** From the last log that held. */
  remembered?: LogMemory | undefined;
};

export type VerifiedLog = {
  /** So many entries, the oldest, can no longer be changed. */
  anchored: number;
  /** The newest anchor that says so. */
  newest: AnchoredHead | undefined;
  /** To be remembered for the next time. */
  memory: LogMemory;
};

/** Holds a whole log against the chain, and against what is remembered of it. */
export function verifyLog({ subject, gateway, log, heads, remembered }: VerifyLogParameters): VerifiedLog {
  requireSameGateway(gateway, remembered);
  requireChain(subject, log);
  requireAnchors(log, heads);
  const anchored = log.anchors.at(-1)?.count ?? 0;
  requireNothingLost(log, anchored, remembered);
  const total = log.anchors.at(-1)?.total;
  const newest = heads.find((head) => head.total === total);
  if (newest !== undefined && heads.indexOf(newest) < heads.length - 2) throw new AuditError("LogOutdated");
  return { anchored, newest, memory: { gateway, count: anchored, head: headAt(log, anchored) } };
}

function requireSameGateway(gateway: Address, remembered: LogMemory | undefined): void {
  if (remembered !== undefined && remembered.gateway.toLowerCase() !== gateway.toLowerCase()) {
    throw new AuditError("LogOfAnotherGateway");
  }
}

/** Every entry follows from the one before, from the first on. */
function requireChain(subject: Address, log: AccessLog): void {
  if (log.subject !== subject.toLowerCase()) throw new AuditError("LogBroken", "It is another subject's.");
  let previous: LogAnchor["head"] = zeroHash;
  for (const [index, entry] of log.entries.entries()) {
    const follows = entry.count === index + 1 && entry.head === entryHead({ ...entry, subject, previous });
    if (!follows) throw new AuditError("LogBroken", `Entry ${index + 1} does not follow.`);
    previous = entry.head;
  }
}

/** Every anchor stands on chain, holds the subject's leaf at its one place, and comes after the anchor before. */
function requireAnchors(log: AccessLog, heads: readonly AnchoredHead[]): void {
  const rootAt = new Map(heads.map(({ total, root }) => [total, root]));
  for (const [index, anchor] of log.anchors.entries()) {
    const { total, count, head, root } = anchor;
    const refuse = (why: string): never => {
      throw new AuditError("LogNotAnchored", `The anchor of ${total} entries ${why}.`);
    };
    const before = log.anchors[index - 1] ?? { total: 0, count: 0, index: anchor.index };
    if (rootAt.get(total) !== root) refuse("is not on the chain");
    if (count > log.entries.length || headAt(log, count) !== head) refuse("holds other entries of this log");
    if (leadsTo(log, anchor) !== root) refuse("does not hold this log");
    if (total <= before.total || anchor.index !== before.index) refuse("does not follow the anchor before");
    if (count < before.count) throw new AuditError("LogRolledBack", `The anchor of ${total} entries holds fewer.`);
  }
}

function leadsTo({ subject, salt }: AccessLog, { count, head, index, siblings }: LogAnchor) {
  return salt === null ? undefined : rootOf({ index, siblings, leaf: leafHash({ salt, subject, count, head }) });
}

function requireNothingLost(log: AccessLog, anchored: number, remembered: LogMemory | undefined): void {
  if (remembered === undefined) return;
  const { count, head } = remembered;
  if (anchored < count) throw new AuditError("LogRolledBack", `${count} entries were anchored, now ${anchored} are.`);
  if (headAt(log, count) !== head) throw new AuditError("LogRolledBack", `The first ${count} entries were others.`);
}

function headAt(log: AccessLog, count: number): LogAnchor["head"] {
  return log.entries[count - 1]?.head ?? zeroHash;
}
