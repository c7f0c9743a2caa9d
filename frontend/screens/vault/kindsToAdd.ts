import type { NewWay, VaultState } from "../../keeper/Keeper.ts";

/**
 * What a vault can have one more of, easiest first. Passkeys live on devices, so there may be many; a passphrase is in one
 * head. A wallet that was made here opens with the vault, so it cannot be half of what opens it.
 */
export function kindsToAdd({
  ways,
  isWalletMadeHere,
}: Pick<VaultState, "ways" | "isWalletMadeHere">): NewWay["kind"][] {
  const hasPassphrase = ways.some(({ kind }) => kind === "passphrase");
  const hasDevice = ways.some(({ kind, addedHereAt }) => kind === "device" && addedHereAt !== undefined);
  return [
    "passkey",
    ...(isWalletMadeHere || hasDevice ? [] : ["device" as const]),
    ...(hasPassphrase ? [] : ["passphrase" as const]),
  ];
}
