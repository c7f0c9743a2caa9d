import { decode } from "@ipld/dag-pb";
import { bodyHead } from "#core/sealing/body/sealStream.ts";
import { sameBytes } from "#core/sealing/sameBytes.ts";
import { strangeInBody } from "./strangeInSealed.ts";

/** What an IPFS block tells besides noise: a node may tell sizes and links, and no names, times or permissions. */
export function strangeInBlock(block: Uint8Array): string | undefined {
  const node = sameBytes(block.subarray(0, bodyHead.length), bodyHead) ? undefined : nodeIn(block);
  if (node === undefined) return strangeInBody(block);
  if (node.Links.some(({ Name }) => Name !== undefined && Name !== "")) return "a link with a name";
  return strangeInUnixFs(node.Data ?? new Uint8Array());
}

function nodeIn(block: Uint8Array) {
  try {
    const node = decode(block);
    return node.Links.length > 0 ? node : undefined; // noise may happen to be an empty one
  } catch {
    return undefined;
  }
}

/** Protobuf: only type (1), size (3) and sizes of blocks (4), all of them numbers. */
function strangeInUnixFs(data: Uint8Array): string | undefined {
  for (let at = 0; at < data.length;) {
    if (![0x08, 0x18, 0x20].includes(data[at]!)) return "a member of UnixFS that is no size";
    at++;
    while (data[at]! >= 0x80) at++;
    at++;
  }
  return undefined;
}
