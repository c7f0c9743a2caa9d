import { openLocalWallet } from "#core/sealing/vault/localWallet.ts";
import type { Roots } from "#core/sealing/vault/roots.ts";
import { KeeperError } from "./KeeperError.ts";
import type { VaultSurroundings } from "./VaultSurroundings.ts";

/** The key of the wallet that lies sealed on this device, for whoever has the roots of its vault. */
export async function walletHere({ memory, address }: VaultSurroundings, roots: Roots): Promise<Uint8Array> {
  const here = (await memory.read(address))?.wallet;
  if (here === undefined) throw new KeeperError("WalletNotHere");
  return openLocalWallet({ roots, address, sealed: here.sealedKey });
}
