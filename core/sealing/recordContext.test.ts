import { bytesToHex } from "viem";
import { expect, it } from "vitest";
import { author, recordPlace, recordRegistry, subject } from "#test/support/sealing/samplePlaces.ts";
import { recordContext } from "./recordContext.ts";

it("the context of a record is chain, RecordRegistry, subject and author", () => {
  expect(bytesToHex(recordContext(recordPlace))).toBe(
    `0x0000000000007a69${recordRegistry.slice(2)}${subject.slice(2)}${author.slice(2)}`,
  );
});
