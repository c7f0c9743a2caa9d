import fc from "fast-check";
import { type Hex, zeroHash } from "viem";
import { describe, expect, it } from "vitest";
import { type LogStory, numberedAddress, numberedHash, sampleLogs } from "#test/support/audit/sampleLogs.ts";
import type { AccessLog, LogEntry } from "./AccessLog.ts";
import type { AuditErrorName } from "./auditErrorSentences.ts";
import { entryHead } from "./entryHead.ts";
import type { LogMemory } from "./LogMemory.ts";
import { verifyLog } from "./verifyLog.ts";

const gateway = numberedAddress(0x9a7e);
const [subject, other] = [numberedAddress(1), numberedAddress(2)];

/** Several anchors, several subjects, and something that is not anchored yet. */
const story: LogStory = [2, 1, 3, "anchor", 1, 4, 1, "anchor", 5, 2, "anchor", 1, 6, "anchor", 1];
const world = sampleLogs(story);

type Told = { log?: AccessLog; heads?: typeof world.heads; remembered?: LogMemory };

const verified = ({ log = world.logOf(1), heads = world.heads, remembered }: Told = {}) =>
  verifyLog({ subject, gateway, log, heads, remembered });
const refusal = (name: AuditErrorName) => expect.objectContaining({ name }) as Error;

/** What a gateway that wants to hide something would do about the heads. */
function rehashed(entries: readonly Omit<LogEntry, "head">[]): LogEntry[] {
  let previous: Hex = zeroHash;
  return entries.map((entry) => {
    previous = entryHead({ ...entry, subject, previous });
    return { ...entry, head: previous };
  });
}

describe("a log that holds", () => {
  it("says how much of it is anchored, and by what", () => {
    const { anchored, newest, memory } = verified();
    expect(anchored).toBe(4);
    expect(newest).toEqual(world.heads.at(-1));
    expect(memory).toEqual({ gateway, count: 4, head: world.logOf(1).entries[3]!.head });
  });

  it("may be empty, or not anchored yet", () => {
    const log = { subject, salt: null, entries: [], anchors: [] };
    expect(verified({ log })).toEqual({
      anchored: 0,
      newest: undefined,
      memory: { gateway, count: 0, head: zeroHash },
    });
    const young = sampleLogs([1, 1]);
    expect(verified({ log: young.logOf(1), heads: [] }).anchored).toBe(0);
  });

  it("may show less than all anchors, if the newest or the one before is among them", () => {
    const log = world.logOf(1);
    expect(verified({ log: { ...log, anchors: log.anchors.slice(-1) } }).anchored).toBe(4);
    expect(verified({ log: { ...log, anchors: log.anchors.slice(0, -1) } }).anchored).toBe(3);
    expect(() => verified({ log: { ...log, anchors: log.anchors.slice(0, -2) } })).toThrow(refusal("LogOutdated"));
  });

  it("goes on holding as it grows, whatever happens to whom", () => {
    const steps = fc.array(fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constant("anchor" as const)), { maxLength: 40 });
    fc.assert(
      fc.property(steps, fc.nat(40), (more, cut) => {
        const told = [1, ...more];
        const before = sampleLogs(told.slice(0, cut + 1));
        const after = sampleLogs(told);
        const first = verified({ log: before.logOf(1), heads: before.heads });
        const then = verified({ log: after.logOf(1), heads: after.heads, remembered: first.memory });
        expect(then.anchored).toBeGreaterThanOrEqual(first.anchored);
      }),
    );
  });
});

describe("entries", () => {
  const { entries } = world.logOf(1);
  const at = fc.nat(entries.length - 1);
  const anything = numberedHash(0xbad);
  type Change = (entry: LogEntry, index: number) => LogEntry[];
  const changes: [string, Change][] = [
    ["altered in time", (entry, index) => entries.with(index, { ...entry, at: entry.at + 1 })],
    ["altered in whom", (entry, index) => entries.with(index, { ...entry, to: other })],
    ["altered in what", (entry, index) => entries.with(index, { ...entry, capsules: [anything] })],
    ["altered in head", (entry, index) => entries.with(index, { ...entry, head: anything })],
    ["altered in count", (entry, index) => entries.with(index, { ...entry, count: 99 })],
    ["without what they were about", (entry, index) => entries.with(index, { ...entry, capsules: [] })],
    ["repeated", (entry, index) => entries.toSpliced(index, 0, entry)],
    ["swapped", (_, index) => (index === 0 ? entries.toReversed() : swapped(entries, index))],
    ["inserted", (entry, index) => entries.toSpliced(index, 0, { ...entry, capsules: [anything] })],
  ];

  it.each(changes)("%s are noticed", (_, change) => {
    fc.assert(
      fc.property(at, (index) => {
        const log = { ...world.logOf(1), entries: change(entries[index]!, index) };
        expect(() => verified({ log })).toThrow(refusal("LogBroken"));
      }),
    );
  });

  it("dropped are noticed: before the end by what follows, at the end by the anchor", () => {
    const log = world.logOf(1);
    const without = (index: number) => ({ ...log, entries: log.entries.toSpliced(index, 1) });
    for (const index of [0, 1, 2, 3]) expect(() => verified({ log: without(index) })).toThrow(refusal("LogBroken"));
    const short = { ...log, entries: log.entries.slice(0, 3) };
    expect(() => verified({ log: short })).toThrow(refusal("LogNotAnchored"));
  });

  it("changed and hashed anew are noticed by the anchors, unless they are younger", () => {
    const log = world.logOf(1);
    for (const index of entries.keys()) {
      const changed = rehashed(entries.with(index, { ...entries[index]!, to: other }));
      const anchors = log.anchors.map((anchor) => ({ ...anchor, head: changed[anchor.count - 1]!.head }));
      const attempt = () => verified({ log: { ...log, entries: changed, anchors } });
      if (index < 4) expect(attempt).toThrow(refusal("LogNotAnchored"));
      else expect(attempt().anchored).toBe(4);
    }
  });

  it("of another subject are none of this one's", () => {
    const theirs = world.logOf(2);
    expect(() => verified({ log: theirs })).toThrow(refusal("LogBroken"));
    expect(() => verified({ log: { ...theirs, subject } })).toThrow(refusal("LogBroken"));
  });
});

describe("anchors", () => {
  const log = world.logOf(1);
  const last = log.anchors.at(-1)!;
  const told = (change: Partial<typeof last>) => ({
    ...log,
    anchors: [...log.anchors.slice(0, -1), { ...last, ...change }],
  });

  it.each<[string, AccessLog]>([
    ["with another salt", { ...log, salt: numberedHash(7) }],
    ["without a salt", { ...log, salt: null }],
    ["whose root the chain has not", told({ root: numberedHash(8) })],
    ["whose total the chain has not", told({ total: last.total + 1 })],
    ["with the root of an older one", told({ root: log.anchors[1]!.root })],
    ["with the leaf of an older one", told({ count: log.anchors[0]!.count, head: log.anchors[0]!.head })],
    ["with a leaf that is not in the entries", told({ head: numberedHash(9) })],
    ["of more entries than there are", told({ count: 6 })],
    ["of entries that were not in it yet", told({ count: 5, head: log.entries[4]!.head })],
    ["with a sibling less", told({ siblings: last.siblings.slice(1) })],
    ["at another index", told({ index: 0 })],
    ["told twice", { ...log, anchors: [...log.anchors, last] }],
    ["out of order", { ...log, anchors: log.anchors.toReversed() }],
    ["of another subject", { ...log, anchors: world.logOf(2).anchors }],
  ])("%s are noticed", (_, lie) => {
    expect(() => verified({ log: lie })).toThrow(refusal("LogNotAnchored"));
  });

  it("with any sibling changed are noticed", () => {
    fc.assert(
      fc.property(fc.nat(log.anchors.length - 1), fc.nat(), fc.boolean(), (which, pick, isLeftOut) => {
        const anchor = log.anchors[which]!;
        const siblings = anchor.siblings.with(pick % anchor.siblings.length, isLeftOut ? null : numberedHash(pick));
        fc.pre(siblings.some((sibling, level) => sibling !== anchor.siblings[level]));
        const anchors = log.anchors.with(which, { ...anchor, siblings });
        expect(() => verified({ log: { ...log, anchors } })).toThrow(refusal("LogNotAnchored"));
      }),
    );
  });

  it("of another gateway, or of tomorrow, are not on the chain", () => {
    const elsewhere = sampleLogs([7, ...story]);
    expect(() => verified({ heads: elsewhere.heads })).toThrow(refusal("LogNotAnchored"));
    const tomorrow = sampleLogs([...story, "anchor"]).logOf(1);
    expect(() => verified({ log: tomorrow })).toThrow(refusal("LogNotAnchored"));
  });

  it("that hold fewer entries than an earlier one tell of a log that was rolled back", () => {
    const fork = sampleLogs([2, 1, 3, 4, 5, 6, 7, "anchor"]);
    const anchors = [log.anchors[1]!, { ...fork.logOf(1).anchors[0]!, total: 99 }];
    const heads = [world.heads[1]!, { ...fork.heads[0]!, total: 99 }];
    expect(() => verified({ log: { ...log, anchors }, heads })).toThrow(refusal("LogRolledBack"));
  });

  it("cannot give one subject two places", () => {
    const twice = sampleLogs([1, 2, "anchor", 2, "anchor"]);
    const moved = sampleLogs([2, 1, 2, "anchor"]);
    const honest = twice.logOf(1);
    const anchors = [honest.anchors[0]!, { ...moved.logOf(1).anchors[0]!, total: 3 }];
    const heads = [twice.heads[0]!, { ...moved.heads[0]!, total: 3 }];
    expect(() => verified({ log: { ...honest, anchors }, heads })).toThrow(refusal("LogNotAnchored"));
  });
});

describe("a reader who remembers", () => {
  const { memory } = verified();

  it("is content with the same log, and with one that has grown", () => {
    expect(verified({ remembered: memory }).memory).toEqual(memory);
    const grown = sampleLogs([...story, 1, 2, "anchor"]);
    expect(verified({ log: grown.logOf(1), heads: grown.heads, remembered: memory }).anchored).toBe(6);
  });

  it("notices a log that has lost what was anchored, though the chain knows every anchor it shows", () => {
    const log = world.logOf(1);
    const short = { ...log, entries: log.entries.slice(0, 3), anchors: log.anchors.slice(0, 3) };
    expect(() => verified({ log: short, remembered: memory })).toThrow(refusal("LogRolledBack"));
    const empty = { ...log, salt: null, entries: [], anchors: [] };
    expect(() => verified({ log: empty, remembered: memory })).toThrow(refusal("LogRolledBack"));
  });

  it("notices a second history under the same gateway", () => {
    const fork = sampleLogs([2, 1, 3, 1, 4, 1, 1, 1, 1, "anchor"]);
    const log = fork.logOf(1);
    const entries = rehashed(log.entries.with(0, { ...log.entries[0]!, to: other }));
    const remembered = { ...memory, head: entries[3]!.head };
    expect(() => verified({ log, heads: fork.heads, remembered })).toThrow(refusal("LogRolledBack"));
  });

  it("takes no other gateway's anchors, whoever names it", () => {
    const remembered = { ...memory, gateway: numberedAddress(0xbad) };
    expect(() => verified({ remembered })).toThrow(refusal("LogOfAnotherGateway"));
  });
});

function swapped(entries: readonly LogEntry[], index: number): LogEntry[] {
  return entries.with(index, entries[index - 1]!).with(index - 1, entries[index]!);
}
