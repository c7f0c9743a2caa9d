import { blobOf } from "../../archive/blobOf.ts";
import { isWhole, readZipFile } from "../../archive/readZipFile.ts";
import { sniffMediaType, sniffedLength } from "../../records/sniffMediaType.ts";
import { archiveHead } from "../../sealing/archive/archiveKey.ts";
import { openArchive } from "../../sealing/archive/openArchive.ts";
import { sameBytes } from "../../sealing/sameBytes.ts";
import { ChartError } from "../ChartError.ts";
import type { ReadBack } from "./ReadBack.ts";
import { recordsOfChartBundle } from "./recordsOfChartBundle.ts";
import { recordsOfChartFiles } from "./recordsOfChartFiles.ts";

export type ReadBackOfParameters = {
  content: Blob;
  /** Asked for an archive alone. */
  passphrase: () => Promise<string>;
  /** RFC 3339 in UTC, for what has no date in it. */
  now: string;
};

/**
 * What somebody took along from a chart, as records for another one: an archive, the ZIP file that was in one, or a
 * chart's Bundle. Undefined for any other file. All of it is looked through first: what is damaged is refused whole.
 */
export async function readBackOf({ content, passphrase, now }: ReadBackOfParameters): Promise<ReadBack | undefined> {
  const head = new Uint8Array(await content.slice(0, sniffedLength).arrayBuffer());
  if (isArchive(head)) {
    const zip = await blobOf(openArchive({ archive: content.stream(), passphrase: await passphrase() }));
    const back = await readBackZip(zip, now);
    if (back === undefined) throw new ChartError("NotAChart");
    return back;
  }
  if (isZip(head)) return readBackZip(content, now);
  if (sniffMediaType(head) === "application/fhir+json") return recordsOfChartBundle({ bundle: content, now });
  return undefined;
}

async function readBackZip(zip: Blob, now: string): Promise<ReadBack | undefined> {
  const files = await readZipFile(zip);
  if (files === undefined) return undefined;
  const file = async (path: string) => {
    const found = files.get(path);
    if (found !== undefined && !(await isWhole(found))) throw new ChartError("ExportDamaged");
    return found?.content;
  };
  return recordsOfChartFiles({ file, now });
}

function isArchive(head: Uint8Array): boolean {
  return sameBytes(head.subarray(0, 4), archiveHead.subarray(0, 4));
}

function isZip(head: Uint8Array): boolean {
  return sameBytes(head.subarray(0, 4), Uint8Array.of(0x50, 0x4b, 3, 4));
}
