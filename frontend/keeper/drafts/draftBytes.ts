import { concat } from "viem";
import { readUint32, uint32 } from "#core/sealing/integerBytes.ts";
import { padJson } from "#core/sealing/padJson.ts";
import { parsePaddedJson } from "#core/sealing/parsePaddedJson.ts";
import type { Draft, NewDraft } from "./KeepsDrafts.ts";

/** Of all files of a draft together. */
export const mostFileBytes = 5_000_000;

type Described = { content: unknown; files: { name: string; type: string; size: number; isKept: boolean }[] };

/** The size of its JSON, the JSON, and the files that have room; filled up, so that its length says little. */
export async function bytesOfDraft({ content, files }: NewDraft): Promise<Uint8Array> {
  const kept = withRoom(files);
  const described: Described = {
    content,
    files: files.map((file) => ({ name: file.name, type: file.type, size: file.size, isKept: kept.includes(file) })),
  };
  const json = padJson(described, jsonUnit);
  const contents = await Promise.all(kept.map((file) => file.arrayBuffer()));
  const size = contents.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const filling = new Uint8Array(-size & (fileUnit - 1));
  return concat([uint32(json.length), json, ...contents.map((it) => new Uint8Array(it)), filling]);
}

/** As many as there is room for, in their order. */
function withRoom(files: File[]): File[] {
  let room = mostFileBytes;
  return files.filter(({ size }) => {
    if (size > room) return false;
    room -= size;
    return true;
  });
}

export function draftIn(bytes: Uint8Array): Draft | undefined {
  const start = 4 + readUint32(bytes, 0);
  const described = parsePaddedJson(bytes.subarray(4, start)) as Described | undefined;
  if (described === undefined) return undefined;
  let at = start;
  const files = described.files.map(({ name, type, size, isKept }) => {
    if (!isKept) return { name, file: undefined };
    const content = bytes.slice(at, (at += size));
    return { name, file: new File([content], name, { type }) };
  });
  return { content: described.content, files };
}

const jsonUnit = 1024;
/** A power of two. */
const fileUnit = 65_536;
