import { bytesToHex } from "viem";
import { expect, it } from "vitest";
import { refusal } from "#test/support/sealing/refusal.ts";
import { walletKeyOf } from "./walletKeyOf.ts";

const code = "01234-56789-ABCDE-FGHJK-MNPQR-S9";

it("brings a wallet back, as another library computes it", () => {
  expect(bytesToHex(walletKeyOf(code))).toBe("0x8862392c7c67de3c68426b9873476f73b7a868b1df6831b5be93d536658f01e4");
  expect(() => walletKeyOf(`${code}0`)).toThrow(refusal("RecoveryCodeMistyped"));
});
