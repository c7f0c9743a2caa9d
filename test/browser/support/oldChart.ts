import { zeroAddress, zeroHash } from "viem";
import { ZipFile } from "#core/archive/ZipFile.ts";
import type { ExportedRecord } from "#core/chart/exportChart.ts";
import { writeChartFiles } from "#core/chart/writeChartFiles.ts";
import type { PlainRecord } from "#core/records/PlainRecord.ts";
import { categoryNumber } from "#core/records/categories.ts";
import { sealArchive } from "#core/sealing/archive/sealArchive.ts";
import { patients } from "../../../scripts/seed/people.ts";
import { sampleRecords } from "../../../scripts/seed/sampleRecords.ts";

export const oldPassphrase = "lantern orbit pencil quarry ribbon saddle";

/** An archive of a chart that nobody on this chain has, with a record that was replaced: a file to choose. */
export async function oldChart(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const zip = new ZipFile();
  const about = { subject: zeroAddress, exportedAt: 1_700_000_000 };
  const write = async (path: string, content: Uint8Array) => zip.add(path, content);
  await writeChartFiles({ about, exported: exportedRecords(), onRecord() {}, write });
  const sealed = await sealArchive({ content: zip.end().stream(), passphrase: oldPassphrase });
  const buffer = Buffer.from(await new Response(sealed).arrayBuffer());
  return { name: "My chart of before.ownchart", mimeType: "application/octet-stream", buffer };
}

async function* exportedRecords(): AsyncGenerator<ExportedRecord, void> {
  const records = sampleRecords({ patient: patients.kwame, today: "2026-11-21" });
  for (const [at, record] of records.entries()) yield exported(record, at === 0 ? "superseded" : "current");
}

function exported({ content, ...described }: PlainRecord, status: "current" | "superseded"): ExportedRecord {
  const entry = { ...described, category: categoryNumber(described.category), cid: "b", epoch: 0 };
  const onChain = { capsuleHash: zeroHash, author: zeroAddress, publishedAt: 1_700_000_000, status };
  return { record: { ...onChain, entry, dek: new Uint8Array(32) }, content };
}
