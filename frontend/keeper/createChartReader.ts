import type { Address, Hex } from "viem";
import type { Access } from "#core/chart/Access.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { type ListedRecord, listRecords } from "#core/chart/listRecords.ts";
import { readRecord } from "#core/chart/readRecord.ts";
import { refusalOf } from "#core/chart/refusalOf.ts";
import { parseTerms } from "#core/consent/parseTerms.ts";
import { chunksOf } from "#core/sealing/body/chunksOf.ts";
import type { Keeper, SharedLimits, TimelineRecord } from "./Keeper.ts";
import { KeeperError } from "./KeeperError.ts";
import { accessTo } from "./accessTo.ts";
import type { Visits } from "./visits/createVisits.ts";

type Opened = { access: Access; records: Map<string, ListedRecord> };
type Wanted = { subject: Address; capsuleHash: Hex };

/** Results are not looked for in more than this, so that one record does not keep all others waiting. */
export const mostBytesLookedThrough = 20 * 2 ** 20;

/** Lists and reads charts. What opens the bodies of listed records stays here, so that the page never has it. */
export function createChartReader(
  holder: () => Holder,
  { visit }: Pick<Visits, "visit">,
): Pick<Keeper, "list" | "read" | "resultsIn"> {
  const opened = new Map<string, Opened>();

  async function list(subject: Address) {
    const access = await accessTo(holder(), subject);
    const { records, closed } = await listRecords({ holder: holder(), access });
    const newest = records.reduce((latest, { publishedAt }) => Math.max(latest, publishedAt), 0);
    opened.set(subject.toLowerCase(), { access, records: new Map(records.map((it) => [it.capsuleHash, it])) });
    return {
      records: records.map(shown),
      closed: closed.map(({ capsuleHash, refusal }) => ({ capsuleHash, refusal })),
      about: access.shared?.about,
      limits: access.shared && limitsIn(access.shared.terms),
      seenUntil: await visit(subject, newest).catch(() => undefined), // a browser that keeps nothing shows charts all the same
    };
  }

  async function contentOf({ subject, capsuleHash }: Wanted) {
    if (!opened.has(subject.toLowerCase())) await list(subject);
    const { access, records } = opened.get(subject.toLowerCase())!;
    const record = records.get(capsuleHash);
    if (record === undefined) throw new KeeperError("RecordUnknown");
    return { entry: record.entry, stream: await readRecord({ holder: holder(), access, record }) };
  }

  return {
    list,
    async read(wanted) {
      const { entry, stream } = await contentOf(wanted);
      const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
      return { mediaType: entry.mediaType, title: entry.title, bytes };
    },
    async resultsIn(wanted) {
      // What reads FHIR is needed for charts with results alone.
      const [{ resultsOf }, { glanceText }] = await Promise.all([
        import("../results/resultsOf.ts"),
        import("../glance/glanceText.ts"),
      ]);
      try {
        const { stream } = await contentOf(wanted);
        const content = await bytesWithin(stream, mostBytesLookedThrough);
        return { results: resultsOf(content), glance: glanceText(content) };
      } catch (error) {
        const refusal = error instanceof KeeperError ? error.name : refusalOf(error);
        if (refusal === undefined) throw error;
        return { refusal };
      }
    },
  };
}

function limitsIn(terms: object): SharedLimits {
  const { read, contribute, history, until } = parseTerms(terms);
  return {
    read: [...read],
    contribute: [...contribute],
    since: history === "all" ? undefined : history.since,
    validUntil: until,
  };
}

async function bytesWithin(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let left = most;
  for await (const chunk of chunksOf(stream.getReader())) {
    left -= chunk.length;
    if (left < 0) throw new KeeperError("RecordTooLarge");
    chunks.push(chunk);
  }
  return new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
}

function shown({ capsuleHash, author, publishedAt, status, entry }: ListedRecord): TimelineRecord {
  return { capsuleHash, author, publishedAt, status, entry };
}
