import { chunkOverhead, chunkSize, headSize } from "#core/sealing/body/bodySize.ts";

/** Bytes as base64, or those of a record's body from here to there. */
export type Piece = string | [record: number, from: number, to: number];

type Stretch = { record: number; from: number; length: number };

/** A body that differs little from those of the records, told by what it has of them. */
export function piecesOf(body: Uint8Array, records: readonly Uint8Array[]): Piece[] {
  const pieces: Piece[] = [];
  let ownFrom = 0;
  const endOwn = (at: number) => {
    if (at > ownFrom) pieces.push(Buffer.from(body.subarray(ownFrom, at)).toString("base64"));
  };
  let at = 0;
  while (at < body.length) {
    const { record, from, length } = longestStretch(body, at, records);
    if (length < worthNaming) {
      at++;
      continue;
    }
    endOwn(at);
    pieces.push([record, from, from + length]);
    at += length;
    ownFrom = at;
  }
  endOwn(body.length);
  return pieces;
}

function longestStretch(body: Uint8Array, at: number, records: readonly Uint8Array[]): Stretch {
  let longest: Stretch = { record: 0, from: 0, length: 0 };
  for (const [record, bytes] of records.entries()) {
    for (const from of [at, ...startsOfParts(bytes)]) {
      let length = 0;
      while (at + length < body.length && body[at + length] === bytes[from + length]) length++;
      if (length > longest.length) longest = { record, from, length };
    }
  }
  return longest;
}

/** A body is changed in place, or its head and chunks are put together anew. */
function startsOfParts({ length }: Uint8Array): number[] {
  const chunks = Math.max(0, Math.ceil((length - headSize) / (chunkSize + chunkOverhead)));
  return [0, ...Array.from({ length: chunks }, (_, i) => headSize + i * (chunkSize + chunkOverhead))];
}

/** As long as the brackets and numbers that would stand for it. */
const worthNaming = 12;
