import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Address, type Hex, isAddressEqual } from "viem";
import type { AccessLog } from "#core/audit/AccessLog.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { listRecords } from "#core/chart/listRecords.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { logMemoryFile } from "../../audit/logMemoryFile.ts";
import { command } from "../Command.ts";
import type { Context } from "../Context.ts";
import { minuteOf } from "../output/dayOf.ts";
import { shortHex } from "../shortHex.ts";

export const log = command({
  name: "log",
  summary: "who received the key to which of your records, and when",
  operands: [],
  description:
    "Held against what the gateway has anchored on chain: an entry that was changed afterwards is an error, not an entry. " +
    "What somebody then looked at cannot be known here.",
  examples: ["log --account 8", "log --keys maya.keys --export log.json"],
  options: {
    export: { type: "string", value: "FILE", help: "write the log, without titles, as npm run log:verify takes it" },
  },
  async run(context, { values: { export: file } }) {
    const world = await context.world();
    const holder = await world.holder();
    const memory = await rememberedLog(await context.memoryFolder(), world.address);
    const { log: accessLog, ...verified } = await world.connection.accessLog.read({ remembered: await memory.read() });
    await memory.write(verified.memory);
    if (file !== undefined) await writeFile(file, `${JSON.stringify(accessLog, null, 2)}\n`, { mode: 0o600 });
    const titles = await titlesOf(holder);
    return {
      text: linesOf(context, { accessLog, titles, reader: world.address, anchored: verified.anchored }),
      json: { ...accessLog, anchored: verified.anchored, titles: Object.fromEntries(titles) },
    };
  },
});

/** What was there the last time must be there now. */
async function rememberedLog(folder: string, subject: Address) {
  await mkdir(join(folder, "logs"), { recursive: true });
  return logMemoryFile(join(folder, "logs", `${subject.toLowerCase()}.json`), subject);
}

type Lines = { accessLog: AccessLog; titles: ReadonlyMap<string, string>; reader: Address; anchored: number };

function linesOf(context: Context, { accessLog: { entries }, titles, reader, anchored }: Lines): string[] {
  if (entries.length === 0) return ["Nobody has received a key."];
  const columns = [
    { title: "#", align: "right" as const },
    { title: "when" },
    { title: "to" },
    { title: "records", isFlexible: true as const },
  ];
  const rows = entries.map(({ count, at, to, capsules }) => [
    String(count),
    minuteOf(at),
    isAddressEqual(to, reader) ? "you" : shortHex(to),
    namedShortly(capsules, titles),
  ]);
  const note = `The first ${anchored} of ${entries.length} can no longer be changed by the gateway.`;
  return [...context.table(columns, rows), "", note];
}

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
