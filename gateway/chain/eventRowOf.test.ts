import { encodeAbiParameters, encodeEventTopics, getAddress, keccak256, toHex } from "viem";
import { expect, test } from "vitest";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { eventRowOf } from "./eventRowOf.ts";

const [subject, grantee] = [getAddress(`0x${"ab".repeat(20)}`), getAddress(`0x${"cd".repeat(20)}`)];

test("an event is kept by its chart, in decimals and lower case", () => {
  const terms = keccak256(toHex("terms"));
  const abi = contractAbis.ConsentRegistry;
  const types = [{ type: "uint8" }, { type: "uint40" }, { type: "uint40" }, { type: "bytes32" }] as const;
  const log = {
    topics: encodeEventTopics({ abi, eventName: "Granted", args: { subject, grantee } }),
    data: encodeAbiParameters(types, [3, 0, 2 ** 40 - 1, terms]),
    blockNumber: 7n,
    logIndex: 2,
  };
  const [person, other] = [subject.toLowerCase(), grantee.toLowerCase()];
  expect(eventRowOf("ConsentRegistry", log as unknown as Parameters<typeof eventRowOf>[1])).toEqual({
    block: 7,
    index: 2,
    contract: "ConsentRegistry",
    event: "Granted",
    subject: person,
    grantee: other,
    values: { subject: person, grantee: other, permissions: "3", validFrom: "0", validUntil: "1099511627775", terms },
  });
});
