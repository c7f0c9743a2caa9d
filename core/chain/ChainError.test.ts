import { type Abi, encodeErrorResult } from "viem";
import { describe, expect, test } from "vitest";
import { ChainError, chainErrorIn } from "./ChainError.ts";
import { allContractsAbi } from "./contractAbis.ts";
import { errorSentences } from "./errorSentences.ts";

const samples: Record<string, unknown> = {
  address: "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
  bytes32: `0x${"ab".repeat(32)}`,
  bytes4: "0xabcdef01",
  bytes6: "0xabcdef010203",
  string: "text",
  uint8: 1,
  uint32: 7,
  uint40: 7,
  uint64: 7n,
  uint256: 7n,
};
const errors = allContractsAbi.filter((item) => item.type === "error");

describe("an error of a contract", () => {
  test.each(errors.map((error) => [error.name, error] as const))("%s becomes one sentence", (name, error) => {
    const args = error.inputs.map(({ type }) => samples[type]);
    const data = encodeErrorResult({ abi: [error] as Abi, errorName: name, args });

    const decoded = chainErrorIn(data);

    expect(decoded).toBeInstanceOf(ChainError);
    expect(decoded?.name).toBe(name);
    expect(decoded?.values).toEqual(args);
    expect(decoded?.message).toMatch(/^[A-Z][^.!?]*[^.!?\s]\.$/);
    expect(decoded?.message).not.toMatch(/undefined|\[object/);
  });

  test("is found wherever a library has buried it", () => {
    const data = encodeErrorResult({ abi: allContractsAbi, errorName: "ConsentKeysetZero" });
    const burials = [
      { data },
      { data: { data } },
      { error: { data } },
      { info: { error: { code: 3, data } } },
      new Error("call failed", { cause: new Error("rpc", { cause: { code: 3, data } }) }),
    ];
    for (const burial of burials) expect(chainErrorIn(burial)?.name).toBe("ConsentKeysetZero");
  });

  test("that is unknown is said to be so, and keeps its data", () => {
    const unknown = chainErrorIn({ data: "0xdeadbeef" });
    expect(unknown?.name).toBe("UnknownRefusal");
    expect(unknown?.values).toEqual(["0xdeadbeef"]);
  });

  test.each([undefined, null, "0x", "refused", new Error("fetch failed"), { cause: { cause: null } }])(
    "is not seen in %s",
    (error) => {
      expect(chainErrorIn(error)).toBeUndefined();
    },
  );

  test("that points at itself does not hang the search", () => {
    const loop: { cause?: unknown } = {};
    loop.cause = loop;
    expect(chainErrorIn(loop)).toBeUndefined();
  });
});

test("no sentence is kept for an error that no contract has", () => {
  expect(Object.keys(errorSentences).toSorted()).toEqual([...new Set(errors.map(({ name }) => name))].toSorted());
});
