import { type Address, sha256 } from "viem";
import type { FullConnection } from "#client/connect.ts";
import { chartPlaceOf } from "#core/chart/chartPlaceOf.ts";
import { requireCurrentVault } from "#core/sealing/vault/requireCurrentVault.ts";
import type { Roots } from "#core/sealing/vault/roots.ts";

/** Holds roots against the chain, so that no gateway can serve an old vault, and none is written over a newer one. */
export async function requireCurrentRoots(
  { address, connection: { services } }: { address: Address; connection: Pick<FullConnection, "services"> },
  roots: Roots,
): Promise<void> {
  const { chain } = services;
  const [chart, publishedKey] = await Promise.all([chain.chartOf(address), chain.publishedKey(address)]);
  const keysetHash = chart?.keysetHashes.get(chart.epoch) ?? sha256("0x");
  const place = chartPlaceOf(services, address);
  requireCurrentVault({ roots, place, chart: chart && { epoch: chart.epoch, keysetHash }, publishedKey });
}
