import { type Address, isAddressEqual } from "viem";
import type { FullConnection } from "#client/connect.ts";
import type { Handover } from "#core/sealing/desk/encodeHandover.ts";
import { KeeperError } from "../KeeperError.ts";
import { requireCurrentRoots } from "../requireCurrentRoots.ts";

/**
 * Whoever photographed the code could have sealed something to this device. What counts leads to the keys on chain; where
 * the chain knows none yet, the wallet's own key vouches for what comes with it.
 */
export async function requireOwnHandover(
  connection: Pick<FullConnection, "services">,
  address: Address,
  { roots, walletKey }: Handover,
): Promise<void> {
  const { chain } = connection.services;
  if (walletKey === undefined) {
    const [chart, published] = await Promise.all([chain.chartOf(address), chain.publishedKey(address)]);
    if (chart === undefined && published === undefined) throw new KeeperError("NothingToCompare");
  } else {
    const { addressOfKey } = await import("../createLocalWallet.ts");
    if (!isAddressEqual(addressOfKey(walletKey), address)) throw new KeeperError("OtherWallet");
  }
  await requireCurrentRoots({ address, connection }, roots);
}
