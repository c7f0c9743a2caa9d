import { type Hex, isAddressEqual } from "viem";
import type { Holder } from "#core/chart/Holder.ts";
import { listRecords } from "#core/chart/listRecords.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { command } from "../Command.ts";
import { minuteOf } from "../output/dayOf.ts";
import { shortHex } from "../shortHex.ts";

export const log = command({
  name: "log",
  summary: "who received the key to which of your records, and when",
  operands: [],
  description:
    "Held against what the gateway has anchored on chain: an entry that was changed afterwards is an error, not an entry. " +
    "What somebody then looked at cannot be known here.",
  examples: ["log --account 8", "log --keys maya.keys --json"],
  options: {},
  async run(context) {
    const world = await context.world();
    const holder = await world.holder();
    const { entries, anchored } = await world.connection.accessLog.read();
    const titles = await titlesOf(holder);
    const columns = [
      { title: "#", align: "right" as const },
      { title: "when" },
      { title: "to" },
      { title: "records", isFlexible: true as const },
    ];
    const rows = entries.map(({ count, at, to, capsuleHashes }) => [
      String(count),
      minuteOf(at),
      isAddressEqual(to, world.address) ? "you" : shortHex(to),
      namedShortly(capsuleHashes, titles),
    ]);
    const note = `The first ${anchored} of ${entries.length} can no longer be changed by the gateway.`;
    return {
      text: rows.length === 0 ? ["Nobody has received a key."] : [...context.table(columns, rows), "", note],
      json: {
        anchored,
        entries: entries.map(({ count, at, to, capsuleHashes }) => ({
          count,
          at,
          to: to.toLowerCase(),
          records: capsuleHashes.map((capsuleHash) => ({ capsuleHash, title: titles.get(capsuleHash) ?? null })),
        })),
      },
    };
  },
});

function namedShortly(capsuleHashes: readonly Hex[], titles: ReadonlyMap<string, string>): string {
  const named = capsuleHashes.slice(0, 3).map((hash) => titles.get(hash) ?? shortHex(hash));
  const more = capsuleHashes.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join("; ");
}

/** What is closed or erased has no title to show. */
async function titlesOf(holder: Holder): Promise<ReadonlyMap<string, string>> {
  const { records } = await listRecords({ holder, access: await openOwnAccess({ holder }) });
  return new Map(records.map(({ capsuleHash, entry }) => [capsuleHash, entry.title]));
}
