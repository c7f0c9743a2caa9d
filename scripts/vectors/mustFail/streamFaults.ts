import { concat } from "viem";
import { chunkSize, lengthSize, plaintextSize } from "#core/sealing/body/bodySize.ts";
import type { SealedRecord } from "../recordVectors.ts";
import type { BodyFault } from "./Fault.ts";
import { type Chunk, bodyByHand, cutIntoChunks, plaintextOf, tags } from "./bodyByHand.ts";
import { damagedBody } from "./bodyFaults.ts";
import { flipped } from "./flipped.ts";

type Bodies = { small: SealedRecord; middle: SealedRecord };

/** Bodies that open chunk by chunk, and yet are not as they must be. */
export function streamFaults({ small, middle }: Bodies): BodyFault[] {
  const likeSmall = [...wrongTags(), ...wrongChunks(), ...wrongPadding(), ...wrongLengths()];
  const likeMiddle = [...wrongTagsOfTwo(), ...wrongChunksOfTwo(), ...wrongPaddingOfTwo()];
  const entryLabel = bodyByHand({ like: small, chunks: cutIntoChunks(plaintextOf(1)), label: "ownchart/entry" });
  const oneWhole = bodyByHand({ like: middle, chunks: cutIntoChunks(plaintextOf(chunkSize - lengthSize)) });
  return [
    ...likeSmall.map(([what, chunks]) => damagedBody(what, small, bodyByHand({ like: small, chunks }))),
    ...likeMiddle.map(([what, chunks]) => damagedBody(what, middle, bodyByHand({ like: middle, chunks }))),
    damagedBody("sealed under the entry's key", small, entryLabel),
    damagedBody("one whole chunk, and one byte more", middle, concat([oneWhole, Uint8Array.of(0)])),
  ];
}

type Stream = [what: string, chunks: Chunk[]];

function wrongTags(): Stream[] {
  const tagsInstead: [string, number][] = [
    ["TAG_MESSAGE", tags.message],
    ["TAG_PUSH", tags.push],
    ["TAG_REKEY", tags.rekey],
    ["a tag of which TAG_FINAL is a part", tags.final | 4],
  ];
  return tagsInstead.map(([name, tag]) => [`the last chunk has ${name}`, [{ plaintext: plaintextOf(1), tag }]]);
}

function wrongTagsOfTwo(): Stream[] {
  const [first, last] = cutIntoChunks(plaintextOf(65_536)) as [Chunk, Chunk];
  const tagsInstead: [string, number][] = [
    ["TAG_PUSH", tags.push],
    ["TAG_REKEY", tags.rekey],
    ["TAG_FINAL too", tags.final],
    ["a tag that there is not", 4],
  ];
  return tagsInstead.map(([name, tag]) => [`the first chunk has ${name}`, [{ ...first, tag }, last]]);
}

function wrongChunks(): Stream[] {
  const plaintext = plaintextOf(1);
  return [
    ["a chunk that is short and not the last", cutIntoChunks(plaintext, 4000)],
    ["chunks of 1,024 bytes", cutIntoChunks(plaintext, 1024)],
    ["an empty chunk first", [{ plaintext: new Uint8Array(), tag: tags.message }, ...cutIntoChunks(plaintext)]],
    ["associated data", [{ plaintext, tag: tags.final, associated: Uint8Array.of(0) }]],
    ["one chunk, which is empty", [{ plaintext: new Uint8Array(), tag: tags.final }]],
  ];
}

function wrongChunksOfTwo(): Stream[] {
  const plaintext = plaintextOf(65_536);
  const exactlyOne = { plaintext: plaintextOf(chunkSize - lengthSize), tag: tags.message };
  const nothing = { plaintext: new Uint8Array(), tag: tags.final };
  return [
    ["one chunk of more than 65,536 bytes", [{ plaintext, tag: tags.final }]],
    ["chunks of 65,535 bytes", cutIntoChunks(plaintext, chunkSize - 1)],
    ["an empty chunk last", [exactlyOne, nothing]],
    ["one whole chunk, and no last one", [exactlyOne]],
    ["one whole chunk, which is the last, and another", [{ ...exactlyOne, tag: tags.final }, nothing]],
  ];
}

function wrongPadding(): Stream[] {
  const plaintext = plaintextOf(1);
  return [
    ["no padding", cutIntoChunks(plaintextOf(1, { size: 9 }))],
    ["one byte of padding too few", cutIntoChunks(plaintextOf(1, { size: 4095 }))],
    ["one byte of padding too many", cutIntoChunks(plaintextOf(1, { size: 4097 }))],
    ["padded to the next size there is", cutIntoChunks(plaintextOf(1, { size: plaintextSize(4096) }))],
    ["the first byte of padding is not zero", cutIntoChunks(flipped(plaintext, 9))],
    ["the last byte of padding is not zero", cutIntoChunks(flipped(plaintext, -1, 0x80))],
  ];
}

function wrongPaddingOfTwo(): Stream[] {
  const plaintext = plaintextOf(65_536);
  return [
    ["content of two chunks without padding", cutIntoChunks(plaintextOf(65_536, { size: 65_544 }))],
    ["content of two chunks, one byte of padding too many", cutIntoChunks(concat([plaintext, Uint8Array.of(0)]))],
    ["content of two chunks, the last byte of padding is not zero", cutIntoChunks(flipped(plaintext, -1))],
  ];
}

function wrongLengths(): Stream[] {
  const lengths: [string, number[]][] = [
    ["a length of one byte more than there is", [0, 0, 0, 0, 0, 0, 0x0f, 0xf9]],
    ["a length of 2^32 + 1, whose lower half is right", [0, 0, 0, 1, 0, 0, 0, 1]],
    ["a length of 2^53 + 1", [0, 0x20, 0, 0, 0, 0, 0, 1]],
    ["a length of 2^63", [0x80, 0, 0, 0, 0, 0, 0, 0]],
    ["a length of 2^64 - 1", [255, 255, 255, 255, 255, 255, 255, 255]],
    ["a length with its last byte first", [1, 0, 0, 0, 0, 0, 0, 0]],
  ];
  const streams = lengths.map(([what, bytes]): Stream => {
    const behind = plaintextOf(1).subarray(8);
    return [what, cutIntoChunks(concat([Uint8Array.from(bytes), behind]))];
  });
  return [...streams, ["less than a length", cutIntoChunks(new Uint8Array(7))]];
}
