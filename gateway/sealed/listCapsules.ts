import { type SQL, and, asc, eq, gt, inArray, isNotNull, sql } from "drizzle-orm";
import type { Address, Hex } from "viem";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import type { Database } from "../database/Database.ts";
import { capsules } from "../database/schema.ts";
import { enterReceipt } from "../log/enterReceipt.ts";
import { noticeRecords } from "./noticeRecords.ts";

export type ListCapsulesParameters = {
  subject: Address;
  reader: Address;
  /** The first 16 bytes of each key's id; undefined for all. */
  keys: readonly Hex[] | undefined;
  /** What lies at or before this position is left out. */
  after: number;
};

export type ListedCapsule = { position: number; digest: Hex; capsule: Uint8Array };

/** Of capsules, which have at most 18 KiB. */
const pageSize = 200;

/**
 * A chart's records, page by page, ascending by position, to whoever may read; to others those that they published or
 * brought here. Whether the reader still may is asked before every page. A page costs what it delivers; with keys, at most
 * so many looks into an index as there are keys times capsules on it.
 */
export async function* listCapsules(
  gateway: Gateway,
  { subject, reader, keys, after }: ListCapsulesParameters,
): AsyncGenerator<ListedCapsule[], void> {
  const { database, consent } = gateway;
  const mayReadAll = async () => reader === subject || (await consent.accessOf({ subject, grantee: reader })).read;
  const isWhole = await mayReadAll();
  if (isWhole) await noticeRecords(gateway, subject);
  else await requireAuthor(gateway, subject, reader);
  const whose = isWhole ? isNotNull(capsules.author) : isBroughtBy(reader);

  for (let position = after; ;) {
    const page = await readPage(database, and(eq(capsules.subject, subject), whose)!, keys, position);
    if (page.length > 0) {
      await enterReceipt(gateway, { subject, to: reader, capsules: page.map(({ digest }) => digest) });
      yield page;
    }
    if (page.length < pageSize) return;
    position = page.at(-1)!.position;
    if (isWhole && !(await mayReadAll())) throw new GatewayError("NotGranted");
  }
}

/** Whoever may contribute has a list, empty at first; whoever did keeps theirs. */
async function requireAuthor({ consent, database }: Gateway, subject: Address, reader: Address): Promise<void> {
  const [own] = await database
    .select({ position: capsules.position })
    .from(capsules)
    .where(and(eq(capsules.subject, subject), isBroughtBy(reader)))
    .limit(1);
  if (own !== undefined) return;
  const { contribute } = await consent.accessOf({ subject, grantee: reader });
  if (!contribute) throw new GatewayError("NotGranted");
}

function isBroughtBy(reader: Address): SQL {
  return sql`coalesce(author, uploader) = ${reader}`;
}

function readPage(database: Database, are: SQL, keys: readonly Hex[] | undefined, after: number) {
  const { position, digest, capsule } = capsules;
  const isWanted = keys === undefined ? and(are, gt(position, after)) : inArray(position, underKeys(are, keys, after));
  return database
    .select({ position, digest, capsule })
    .from(capsules)
    .where(isWanted)
    .orderBy(asc(position))
    .limit(pageSize);
}

/** Key by key, each from its own place in the index: what is under other keys is not looked at. */
function underKeys(are: SQL, keys: readonly Hex[], after: number): SQL {
  const wanted = sql.join(
    keys.map((key) => sql`(${key})`),
    sql`, `,
  );
  return sql`(
    select found.position from (values ${wanted}) as wanted (key), lateral (
      select position from capsules
      where ${are} and left(key_id, 34) = wanted.key and position > ${after}
      order by position limit ${pageSize}
    ) as found
    order by found.position limit ${pageSize}
  )`;
}
