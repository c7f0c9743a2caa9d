import fc from "fast-check";
import { concat } from "viem";
import { describe, expect, it } from "vitest";
import { type Piece, piecesOf } from "./piecesOf.ts";
import { randomFor } from "./randomFor.ts";

const records = ["short", "long"].map((name, i) => randomFor(name)([200, 140_000][i]!));
const [short, long] = records as [Uint8Array, Uint8Array];

describe("a body in pieces", () => {
  it("is one piece if it is a record's", () => {
    expect(piecesOf(long, records)).toEqual([[1, 0, 140_000]]);
  });

  it("names what stands before and behind a changed byte", () => {
    const changed = short.with(100, short[100]! ^ 1);
    const own = Buffer.from(changed.subarray(100, 101)).toString("base64");
    expect(piecesOf(changed, records)).toEqual([[0, 0, 100], own, [0, 101, 200]]);
  });

  it("names chunks in another order", () => {
    const [head, first, second] = [long.subarray(0, 32), long.subarray(32, 65_585), long.subarray(65_585, 131_138)];
    expect(piecesOf(concat([head, second, first]), records)).toEqual([
      [1, 0, 32],
      [1, 65_585, 131_138],
      [1, 32, 65_585],
    ]);
  });

  it("holds what is in no record, and nothing of an empty one", () => {
    expect(piecesOf(Uint8Array.of(1, 2, 3), records)).toEqual(["AQID"]);
    expect(piecesOf(new Uint8Array(), records)).toEqual([]);
  });

  it("gives the body back, whatever was cut and mixed", () => {
    const slice = fc.tuple(fc.nat(220), fc.nat(220)).map(([from, to]) => short.subarray(from, to));
    fc.assert(
      fc.property(fc.array(fc.oneof(slice, fc.uint8Array())), (parts) => {
        const body = concat([Uint8Array.of(0), ...parts]);
        expect(concat(piecesOf(body, records).map(bytesOfPiece))).toEqual(body);
      }),
    );
  });
});

function bytesOfPiece(piece: Piece): Uint8Array {
  if (typeof piece === "string") return Uint8Array.from(Buffer.from(piece, "base64"));
  const [record, from, to] = piece;
  return records[record]!.subarray(from, to);
}
