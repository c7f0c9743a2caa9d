import { type Hex, concat, keccak256, toHex } from "viem";
import { describe, expect, test } from "vitest";
import { bySigCall } from "./bySigCall.ts";
import { carriesMessage } from "./carriesMessage.ts";
import { digestOf } from "./digestOf.ts";

const subject = "0xa0Ee7A142d267C1f36714E4a8F75612F20a79720";
const contract = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
const signature: Hex = `0x${"1b".repeat(65)}`;
const values = { subject, epoch: 3, nextKeyset: keccak256("0x01"), deadline: 1_800_000_000n } as const;
const message = { name: "Rotate", chainId: 31_337, contract } as const;
const digest = digestOf({ ...message, values });
const call = (changed: Partial<typeof values> = {}) =>
  bySigCall({ name: "Rotate", values: { ...values, ...changed }, signature });

describe("a transaction", () => {
  test("carries the message that it brings, and no other", () => {
    expect(carriesMessage({ ...message, digest, input: call() })).toBe(true);
    expect(carriesMessage({ ...message, digest, input: call({ epoch: 4 as never }) })).toBe(false);
    expect(carriesMessage({ ...message, chainId: 1, digest, input: call() })).toBe(false);
  });

  test("carries what is wrapped in a wallet's own call, also behind what only looks like it", () => {
    const input = concat([toHex("execute"), call().slice(0, 10) as Hex, "0x0000", call(), toHex("and more")]);
    expect(carriesMessage({ ...message, digest, input })).toBe(true);
  });

  test("carries nothing where it is empty, cut, or something else", () => {
    for (const input of ["0x", call().slice(0, 80), keccak256("0x02")] as Hex[])
      expect(carriesMessage({ ...message, digest, input })).toBe(false);
  });
});
