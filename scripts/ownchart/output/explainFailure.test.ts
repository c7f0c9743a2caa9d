import { HttpRequestError, encodeErrorResult } from "viem";
import { describe, expect, it } from "vitest";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { ChartError } from "#core/chart/ChartError.ts";
import { SealingError } from "#core/sealing/SealingError.ts";
import { explainFailure } from "./explainFailure.ts";

describe("explainFailure", () => {
  it("tells a refusal by its name and sentence, not its detail", () => {
    expect(explainFailure(new SealingError("SlotDoesNotOpen", "the box"))).toEqual({
      name: "SlotDoesNotOpen",
      message: "This does not unlock the vault.",
    });
    expect(explainFailure(new ChartError("NoChart"))).toMatchObject({ name: "NoChart" });
  });

  it("finds a contract's refusal within a library's error", () => {
    const data = encodeErrorResult({ abi: contractAbis.ConsentRegistry, errorName: "ConsentKeysetZero" });
    expect(explainFailure(new Error("execution reverted", { cause: { data } }))).toEqual({
      name: "ConsentKeysetZero",
      message: "A chart needs keys; unlock the vault and try again.",
    });
  });

  it("says of the network nothing but that it failed", () => {
    const error = new HttpRequestError({ url: "https://rpc.example/secret-key", body: { a: "private" } });
    const { name, message } = explainFailure(error);
    expect([name, message]).toEqual(["Unexpected", "HTTP request failed."]);
  });

  it("has a sentence for what a disk refuses", () => {
    const error = Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
    expect(explainFailure(error)).toEqual({ name: "DiskFull", message: "The disk is full." });
  });

  it("tells what nobody expected on one plain line", () => {
    expect(explainFailure(new TypeError("x is\u001b[2J undefined\n    at y"))).toEqual({
      name: "Unexpected",
      message: "x is[2J undefined",
    });
    expect(explainFailure("thrown")).toMatchObject({ name: "Unexpected" });
    expect(explainFailure(new DOMException("no", "AbortError"))).toMatchObject({ name: "Interrupted" });
  });
});
