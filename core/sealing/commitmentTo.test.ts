import { bytesToHex } from "viem";
import { expect, it } from "vitest";
import { commitmentTo } from "./commitmentTo.ts";

it("a commitment is a keyed hash of the context, as another library computes it", () => {
  expect(bytesToHex(commitmentTo(new Uint8Array(32).fill(7), Uint8Array.of(1, 2, 3)))).toBe(
    "0x887c878ef2897ba4577ced156b60a6c5378b0f3e722d5ee826bc97420ffdc718",
  );
});
