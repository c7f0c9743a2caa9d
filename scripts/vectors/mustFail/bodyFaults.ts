import { concat } from "viem";
import { chunkOverhead, chunkSize, headSize } from "#core/sealing/body/bodySize.ts";
import type { SealedRecord } from "../recordVectors.ts";
import { randomFor } from "../randomFor.ts";
import type { BodyFault } from "./Fault.ts";
import { flipped } from "./flipped.ts";
import { recordMoves } from "./moves.ts";

type Bodies = { small: SealedRecord; middle: SealedRecord; large: SealedRecord };

/** Bodies that were changed after sealing, or are held against what they do not belong to. */
export function bodyFaults(bodies: Bodies): BodyFault[] {
  return [...misplaced(bodies), ...flips(bodies), ...cuts(bodies), ...chunksMoved(bodies)];
}

/** Its CID is what follows from its bytes, unless another is said. */
export function damagedBody(what: string, { dek }: { dek: Uint8Array }, body: Uint8Array, inputs = {}): BodyFault {
  return { what, kind: "body", expect: "BodyDamaged", body, dek, ...inputs };
}

function misplaced({ small, middle }: Bodies): BodyFault[] {
  const { body, entry } = small;
  const foreign = { expect: "BodyNotItsCid" };
  return [
    damagedBody("the CID is another record's", small, body, { ...foreign, cid: middle.entry.cid }),
    damagedBody("its last byte was changed since", small, flipped(body, -1), { ...foreign, cid: entry.cid }),
    damagedBody("its magic was changed since: the CID is named first", small, flipped(body, 0), {
      ...foreign,
      cid: entry.cid,
    }),
    damagedBody("it was cut short since", small, body.subarray(0, -1), { ...foreign, cid: entry.cid }),
    damagedBody("nothing came", small, new Uint8Array(), { ...foreign, cid: entry.cid }),
    ...recordMoves.map(([where, place]) => damagedBody(`claimed to be of ${where}`, small, body, place)),
    damagedBody("the key is another record's", middle, body),
    damagedBody("the key is nobody's", { dek: randomFor("no record's dek")(32) }, body),
  ];
}

function flips({ small, middle }: Bodies): BodyFault[] {
  const inSmall: [string, number, number?][] = [
    ["magic", 0],
    ["version in the magic", 3, 3],
    ["algorithm", 4, 3],
    ["chunk size", 5, 0x30],
    ["first zero", 6],
    ["second zero", 7, 0x80],
    ["stream header, first byte", 8],
    ["stream header, last byte", 31, 0x80],
    ["tag", 32, 3],
    ["length", 40],
    ["content", 41],
    ["padding", 42],
    ["MAC, first byte", -16],
    ["MAC, last byte", -1, 0x80],
  ];
  const secondChunk = headSize + chunkSize + chunkOverhead;
  return [
    ...inSmall.map(([part, at, mask]) =>
      damagedBody(`one byte changed: ${part}`, small, flipped(small.body, at, mask)),
    ),
    damagedBody("one byte changed: MAC of the first of two chunks", middle, flipped(middle.body, secondChunk - 1)),
    damagedBody("one byte changed: tag of the second chunk", middle, flipped(middle.body, secondChunk)),
    damagedBody("one byte changed: second chunk", middle, flipped(middle.body, secondChunk + 20)),
  ];
}

function cuts({ small }: Bodies): BodyFault[] {
  const ends: [string, number][] = [
    ["nothing", 0],
    ["nothing but its magic", 4],
    ["nothing but its head", 8],
    ["cut within the stream header", 20],
    ["cut behind the stream header", headSize],
    ["cut behind a tag", headSize + 1],
    ["cut where a chunk would be too short to be one", headSize + chunkOverhead - 1],
    ["cut where a chunk would be empty", headSize + chunkOverhead],
    ["cut before the MAC", -16],
    ["one byte short", -1],
  ];
  return [
    ...ends.map(([what, end]) => damagedBody(what, small, small.body.subarray(0, end))),
    damagedBody("one byte long", small, concat([small.body, Uint8Array.of(0)])),
    damagedBody("followed by zeros", small, concat([small.body, new Uint8Array(chunkOverhead)])),
  ];
}

function chunksMoved({ small, middle, large }: Bodies): BodyFault[] {
  const [head, first, last] = partsOf(middle);
  const [largeHead, one, two, ...others] = partsOf(large);
  const [smallHead, only] = partsOf(small);
  const wrong: [string, SealedRecord, Uint8Array[]][] = [
    ["the only chunk twice", small, [smallHead, only, only]],
    ["the last chunk twice", middle, [head, first, last, last]],
    ["the first chunk twice", middle, [head, first, first, last]],
    ["the first chunk left out", middle, [head, last]],
    ["the last chunk left out", middle, [head, first]],
    ["the last chunk first", middle, [head, last, first]],
    ["two chunks exchanged", large, [largeHead, two, one, ...others]],
    ["a chunk in the middle left out", large, [largeHead, one, ...others]],
    ["a chunk in the middle twice", large, [largeHead, one, two, two, ...others]],
    ["the last chunk of another body", middle, [head, first, only]],
    ["the stream header of another body", middle, [smallHead, first, last]],
    ["the head twice", small, [smallHead, smallHead, only]],
    ["two whole bodies in a row", small, [smallHead, only, smallHead, only]],
  ];
  return wrong.map(([what, record, parts]) => damagedBody(what, record, concat(parts)));
}

/** Head and chunks. */
function partsOf({ body }: SealedRecord): [Uint8Array, Uint8Array, Uint8Array, ...Uint8Array[]] {
  const size = chunkSize + chunkOverhead;
  const count = Math.ceil((body.length - headSize) / size);
  const chunks = Array.from({ length: count }, (_, i) => body.subarray(headSize + i * size, headSize + (i + 1) * size));
  return [body.subarray(0, headSize), ...chunks] as never;
}
