import type { Address } from "viem";
import type { AccessLog, LogAnchor, LogEntry } from "#core/audit/AccessLog.ts";
import type { AnchoredHead } from "#core/audit/AnchoredHead.ts";
import { AuditError } from "#core/audit/AuditError.ts";
import type { LogMemory } from "#core/audit/LogMemory.ts";
import { parseLogPage } from "#core/audit/parseLogPage.ts";
import { type VerifiedLog, verifyLog } from "#core/audit/verifyLog.ts";

export type ReadAccessLogParameters = {
  subject: Address;
  /**
   * Who anchors: as one knows it, else as the gateway says on first use. Where something is remembered, another is
   * refused.
   */
  gateway: Address;
  /** Asks the gateway as the subject, and answers with the JSON. */
  getJson(path: string): Promise<unknown>;
  /** Asks a chain of one's own what this gateway has anchored. */
  readHeads(): Promise<readonly AnchoredHead[]>;
  remembered?: LogMemory | undefined;
};

/** Reads a subject's whole log and holds it against the chain. `memory` is for `remembered` the next time. */
export async function readAccessLog(parameters: ReadAccessLogParameters): Promise<VerifiedLog & { log: AccessLog }> {
  const { subject, gateway, getJson, readHeads, remembered } = parameters;
  const log = await wholeLog(subject, getJson);
  const heads = await readHeads(); // after the log, so that what it shows is among them
  return { log, ...verifyLog({ subject, gateway, log, heads, remembered }) };
}

/** The newest anchor comes with the last page, though an earlier page may have had it. */
async function wholeLog(subject: Address, getJson: ReadAccessLogParameters["getJson"]): Promise<AccessLog> {
  const entries: LogEntry[] = [];
  const anchors: LogAnchor[] = [];
  for (let pages = 0; pages < mostPages; pages++) {
    const page = parseLogPage(await getJson(`/log/${subject.toLowerCase()}?after=${entries.length}`));
    const goesOn = page.entries[0]?.count === entries.length + 1;
    if (page.more && !goesOn) break;
    for (const entry of page.entries) entries.push(entry);
    for (const anchor of page.anchors) if (anchor.total !== anchors.at(-1)?.total) anchors.push(anchor);
    if (!page.more) return { subject: page.subject, salt: page.salt, entries, anchors };
  }
  throw new AuditError("LogBroken", "It does not end.");
}

/** Two hundred thousand entries: who says that there are more is not heard out. */
const mostPages = 1000;
