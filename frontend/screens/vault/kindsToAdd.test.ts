import { describe, expect, test } from "vitest";
import { kindsToAdd } from "./kindsToAdd.ts";

const way = (kind: string, addedHereAt?: number) => ({ kind, salt: `0x${kind}`, addedHereAt }) as const;

describe("what can be added to a vault", () => {
  test("is everything but a second passphrase", () => {
    expect(kindsToAdd({ ways: [way("recovery"), way("passkey")], isWalletMadeHere: false })) //
      .toEqual(["passkey", "device", "passphrase"]);
    expect(kindsToAdd({ ways: [way("recovery"), way("passphrase")], isWalletMadeHere: false })) //
      .toEqual(["passkey", "device"]);
  });

  test("is this browser once, though other browsers may have theirs", () => {
    expect(kindsToAdd({ ways: [way("device")], isWalletMadeHere: false })).toContain("device");
    expect(kindsToAdd({ ways: [way("device", 5)], isWalletMadeHere: false })).not.toContain("device");
  });

  test("is never a wallet that only the vault opens", () => {
    expect(kindsToAdd({ ways: [way("recovery")], isWalletMadeHere: true })).toEqual(["passkey", "passphrase"]);
  });
});
