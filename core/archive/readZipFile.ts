import { chunksOf } from "../sealing/body/chunksOf.ts";
import { crc32 } from "./crc32.ts";

/** A file in a ZIP file, not yet read. */
export type ZippedFile = { content: Blob; checksum: number };

const [tailSize, entrySize, headSize] = [22, 46, 30];

/**
 * The files in a ZIP file as `ZipFile` writes it, by way of the directory at its end; undefined where it is none, or
 * another program packed it. None of them is read: `isWhole` does, whatever their size.
 */
export async function readZipFile(zip: Blob): Promise<Map<string, ZippedFile> | undefined> {
  const tail = await viewOf(zip, zip.size - tailSize, tailSize);
  if (tail?.getUint32(0, true) !== 0x06_05_4b_50) return undefined;
  const [count, size, begin] = [tail.getUint16(10, true), tail.getUint32(12, true), tail.getUint32(16, true)];
  const directory = await viewOf(zip, begin, size);
  if (directory === undefined) return undefined;
  const files = new Map<string, ZippedFile>();
  for (let [at, left] = [0, count]; left > 0; left--) {
    const file = fileIn(zip, directory, at);
    if (file === undefined) return undefined;
    files.set(file.name, file);
    at += file.length;
  }
  return files;
}

/** Reads it once: whether it is what was put in. */
export async function isWhole({ content, checksum }: ZippedFile): Promise<boolean> {
  let found = 0;
  for await (const chunk of chunksOf(content.stream().getReader())) found = crc32(chunk, found);
  return found === checksum;
}

function fileIn(
  zip: Blob,
  directory: DataView,
  at: number,
): (ZippedFile & { name: string; length: number }) | undefined {
  if (at + entrySize > directory.byteLength || directory.getUint32(at, true) !== 0x02_01_4b_50) return undefined;
  const number = (place: number) => directory.getUint32(at + place, true);
  const short = (place: number) => directory.getUint16(at + place, true);
  const [isStored, nameLength] = [short(10) === 0, short(28)];
  const length = entrySize + nameLength + short(30) + short(32);
  if (!isStored || at + length > directory.byteLength) return undefined;
  const name = new TextDecoder().decode(new Uint8Array(directory.buffer, at + entrySize, nameLength));
  const begin = number(42) + headSize + nameLength;
  return { name, length, checksum: number(16), content: zip.slice(begin, begin + number(24)) };
}

async function viewOf(blob: Blob, begin: number, size: number): Promise<DataView | undefined> {
  if (begin < 0 || begin + size > blob.size) return undefined;
  return new DataView(await blob.slice(begin, begin + size).arrayBuffer());
}
