import { bytesToHex } from "viem";
import { SealingError } from "#core/sealing/SealingError.ts";
import { openVault } from "#core/sealing/vault/openVault.ts";
import { recoveryUnlock } from "#core/sealing/vault/recoveryCode.ts";
import { walletKeyOf } from "#core/sealing/vault/walletKeyOf.ts";
import type { CodeTest } from "./Keeper.ts";
import { KeeperError } from "./KeeperError.ts";
import type { VaultSurroundings } from "./VaultSurroundings.ts";
import { keptVault } from "./keptVault.ts";

/** What a code would bring back. One that was mistyped is refused. */
export async function testRecoveryCode(surroundings: VaultSurroundings, code: string): Promise<CodeTest> {
  const { address, connection, wallet } = surroundings;
  const vault = await keptVault(surroundings);
  if (vault === undefined) throw new KeeperError("VaultMissing");
  const { chainId } = connection.services.chain;
  try {
    await openVault({ vault, unlock: recoveryUnlock(code), chainId, address });
  } catch (error) {
    if (error instanceof SealingError && error.name === "SlotDoesNotOpen") return "nothing";
    throw error;
  }
  return wallet?.privateKey() === bytesToHex(walletKeyOf(code)) ? "vault and wallet" : "vault";
}
