import { expect, it } from "vitest";
import type { Fault } from "./Fault.ts";
import { withReferences } from "./withReferences.ts";

const message: Fault = { what: "a message", kind: "desk", expect: "UnknownFormat" };
const capsules = (...all: number[][]): Fault[] =>
  all.map((bytes) => ({ what: "", kind: "capsule", expect: "UnknownFormat", capsule: Uint8Array.from(bytes) }));
const written = (faults: Fault[]) => withReferences(faults).map((fault) => fault["capsule"]);

it("keeps the first capsule, and names it in place of the same one", () => {
  expect(written(capsules([1, 2], [1, 2]))).toEqual([Uint8Array.of(1, 2), [0]]);
});

it("names the one byte in which another differs, and by which bits", () => {
  expect(written(capsules([1, 2], [1, 3], [9, 2]))).toEqual([Uint8Array.of(1, 2), [0, 1, 1], [0, 0, 8]]);
});

it("keeps a capsule that differs in two bytes or in its length", () => {
  expect(written(capsules([1, 2], [2, 1], [1], []))).toEqual(
    [[1, 2], [2, 1], [1], []].map((bytes) => Uint8Array.from(bytes)),
  );
});

it("counts whatever stands between", () => {
  expect(written([message, ...capsules([1]), message, ...capsules([3])])[3]).toEqual([1, 0, 2]);
});
