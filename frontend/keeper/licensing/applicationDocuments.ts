import { type Address, bytesToHex, hexToBytes } from "viem";
import { ChartError } from "#core/chart/ChartError.ts";
import type { BlobStore } from "#core/chart/ChartServices.ts";
import type { ApplicationDocument } from "#core/licensing/Paper.ts";
import { mostDocuments } from "#core/licensing/paperSchema.ts";
import type { LicensingPlace } from "#core/licensing/paperTypedData.ts";
import { bytesOf } from "#core/sealing/body/bytesOf.ts";
import { openBody } from "#core/sealing/body/openBody.ts";
import { sealBody } from "#core/sealing/body/sealBody.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import type { RecordPlace } from "#core/sealing/recordContext.ts";
import type { ReadRecord } from "../Keeper.ts";
import { KeeperError } from "../KeeperError.ts";

/** Of all files of one application together. */
export const mostDocumentBytes = 20_000_000;

type Storing = { blobs: BlobStore; place: LicensingPlace; applicant: Address };

/** Seals files and stores them, as bodies of nobody's chart: only who is given a key knows what they are. */
export async function storeDocuments(
  files: readonly File[],
  { blobs, place, applicant }: Storing,
  told: (stored: number) => void,
): Promise<ApplicationDocument[]> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  if (bytes > mostDocumentBytes || files.length > mostDocuments) throw new KeeperError("DocumentsTooLarge");
  const documents: ApplicationDocument[] = [];
  for (const file of files) {
    const dek = randomBytes(32);
    const sealed = sealBody({ content: file.stream(), length: file.size, dek, place: bodyPlace(place, applicant) });
    const cid = await blobs.put(sealed.body, sealed.size);
    if (cid !== (await sealed.cid)) throw new ChartError("RecordNotStored");
    const title = file.name.slice(0, 200).toWellFormed();
    documents.push({ title, mediaType: mediaTypeOf(file), size: file.size, cid, key: bytesToHex(dek) });
    told(documents.length);
  }
  return documents;
}

export async function openDocument(
  { title, mediaType, cid, key, size }: ApplicationDocument,
  { blobs, place, applicant }: Storing,
): Promise<ReadRecord> {
  if (size > mostDocumentBytes) throw new KeeperError("DocumentsTooLarge");
  const body = await blobs.get(cid);
  if (body === undefined) throw new ChartError("RecordGone");
  const content = openBody({ body, cid, dek: hexToBytes(key), place: bodyPlace(place, applicant) });
  return { mediaType, title, bytes: (await bytesOf(content.pipeThrough(limited()))) as Uint8Array<ArrayBuffer> };
}

/** Whatever a stranger says that a document's size is. */
function limited(): TransformStream<Uint8Array, Uint8Array> {
  let left = mostDocumentBytes;
  return new TransformStream({
    transform(chunk, controller) {
      left -= chunk.length;
      if (left < 0) throw new KeeperError("DocumentsTooLarge");
      controller.enqueue(chunk);
    },
  });
}

/** Under the register where records have theirs, so that neither is ever taken for the other. */
function bodyPlace({ chainId, licenceRegistry }: LicensingPlace, applicant: Address): RecordPlace {
  return { chainId, recordRegistry: licenceRegistry, subject: applicant, author: applicant };
}

function mediaTypeOf({ type }: File): string {
  const [plain = ""] = type.toLowerCase().split(";");
  return /^[a-z0-9.+/-]{0,100}$/.test(plain) ? plain : "";
}
