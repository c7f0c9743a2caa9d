import { type Address, type Hex, numberToHex, sha256, zeroHash } from "viem";
import type { AccessLog, LogAnchor, LogEntry } from "#core/audit/AccessLog.ts";
import type { AnchoredHead } from "#core/audit/AnchoredHead.ts";
import { entryHead } from "#core/audit/entryHead.ts";
import { leafHash } from "#core/audit/leafHash.ts";
import { wholeProof, wholeRoot } from "./wholeTree.ts";

export const numberedAddress = (number: number): Address => numberToHex(number, { size: 20 });
export const numberedHash = (number: number): Hex => sha256(numberToHex(number, { size: 32 }));

/** One more entry for each number, for the subject of that number; or an anchor over all that there is. */
export type LogStory = readonly (number | "anchor")[];

/** What an honest gateway tells each subject after such a story, and what stands on chain. */
export function sampleLogs(story: LogStory) {
  const logs: { subject: Address; salt: Hex; entries: LogEntry[]; anchors: LogAnchor[] }[] = [];
  const indexOf = new Map<number, number>();
  const heads: AnchoredHead[] = [];
  for (const step of story) {
    if (step === "anchor") {
      anchor();
      continue;
    }
    if (!indexOf.has(step)) {
      indexOf.set(step, logs.length);
      logs.push({ subject: numberedAddress(step), salt: numberedHash(step), entries: [], anchors: [] });
    }
    enter(logs[indexOf.get(step)!]!);
  }
  return { heads, logOf: (subject: number): AccessLog => structuredClone(logs[indexOf.get(subject)!]!) };

  function enter({ subject, entries }: (typeof logs)[number]) {
    const count = entries.length + 1;
    const capsules = Array.from({ length: 1 + (count % 3) }, (_, at) => numberedHash(count * 10 + at));
    const entry = { count, at: 1_800_000_000 + count, to: numberedAddress(0xd0c), capsules };
    const previous = entries.at(-1)?.head ?? zeroHash;
    entries.push({ ...entry, head: entryHead({ ...entry, subject, previous }) });
  }

  function anchor() {
    const total = logs.reduce((sum, { entries }) => sum + entries.length, 0);
    if (total === (heads.at(-1)?.total ?? 0)) return;
    const stand = logs.map(({ entries }) => ({ count: entries.length, head: entries.at(-1)!.head }));
    const leaves = logs.map(({ subject, salt }, index) => leafHash({ subject, salt, ...stand[index]! }));
    const root = wholeRoot(leaves);
    heads.push({ root, total, block: heads.length + 1 });
    for (const [index, { anchors }] of logs.entries()) {
      anchors.push({ root, total, ...stand[index]!, index, siblings: wholeProof(leaves, index) });
    }
  }
}
