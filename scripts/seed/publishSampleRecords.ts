import { type Address, isAddressEqual } from "viem";
import type { Holder } from "#core/chart/Holder.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { openSharedAccess } from "#core/chart/openSharedAccess.ts";
import { publishRecords } from "#core/chart/publishRecords.ts";
import type { PlainRecord } from "#core/records/PlainRecord.ts";

export type PublishSampleRecordsParameters = { author: Holder; subject: Address; records: readonly PlainRecord[] };

/** All of one author's in one transaction: if one of theirs is there, all are. */
export async function publishSampleRecords({
  author,
  subject,
  records,
}: PublishSampleRecordsParameters): Promise<void> {
  const there = await author.services.chain.recordsOf(subject);
  if (records.length === 0 || there.some((record) => isAddressEqual(record.author, author.address))) return;
  const isOwn = isAddressEqual(author.address, subject);
  const access = isOwn ? await openOwnAccess({ holder: author }) : await openSharedAccess({ holder: author, subject });
  const withBlobs = records.map(({ content, ...description }) => ({ ...description, content: new Blob([content]) }));
  await publishRecords({ holder: author, access, records: withBlobs });
}
