import type { Address } from "viem";
import type { Access } from "#core/chart/Access.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { type ListedRecord, listRecords } from "#core/chart/listRecords.ts";
import { readRecord } from "#core/chart/readRecord.ts";
import type { Keeper, TimelineRecord } from "./Keeper.ts";
import { KeeperError } from "./KeeperError.ts";
import { accessTo } from "./accessTo.ts";

type Opened = { access: Access; records: Map<string, ListedRecord> };

/** Lists and reads charts. What opens the bodies of listed records stays here, so that the page never has it. */
export function createChartReader(holder: () => Holder): Pick<Keeper, "list" | "read"> {
  const opened = new Map<string, Opened>();

  async function list(subject: Address) {
    const access = await accessTo(holder(), subject);
    const { records, closed } = await listRecords({ holder: holder(), access });
    opened.set(subject.toLowerCase(), { access, records: new Map(records.map((it) => [it.capsuleHash, it])) });
    return {
      records: records.map(shown),
      closed: closed.map(({ capsuleHash, refusal }) => ({ capsuleHash, refusal })),
      about: access.shared?.about,
    };
  }

  async function read({ subject, capsuleHash }: Parameters<Keeper["read"]>[0]) {
    if (!opened.has(subject.toLowerCase())) await list(subject);
    const { access, records } = opened.get(subject.toLowerCase())!;
    const record = records.get(capsuleHash);
    if (record === undefined) throw new KeeperError("RecordUnknown");
    const { mediaType, title } = record.entry;
    const stream = await readRecord({ holder: holder(), access, record });
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    return { mediaType, title, bytes };
  }
  return { list, read };
}

function shown({ capsuleHash, author, publishedAt, status, entry }: ListedRecord): TimelineRecord {
  return { capsuleHash, author, publishedAt, status, entry };
}
