import type { Hex } from "viem";
import { keyPairOf } from "../sealing/keyPairOf.ts";
import { type EpochKey, type Keyring, keyringOf } from "../sealing/keyring.ts";
import type { Access } from "./Access.ts";
import type { ChainChart } from "./ChartServices.ts";
import type { Holder } from "./Holder.ts";
import { currentChart } from "./currentChart.ts";
import { ownKeysOf, ownSeeds } from "./ownKeys.ts";

/** One's own chart, with all its keys. */
export async function openOwnAccess({ holder }: { holder: Holder }): Promise<Access> {
  const { chart, keys } = await currentChart({ holder });
  return {
    subject: holder.address,
    epoch: chart.epoch,
    keyset: keys.keyset,
    keyring: ownKeyring(holder, chart),
    writingKey: (category) => keyPairOf(ownSeeds(holder, keys)[category]!.seed, keys.suite).publicKey,
  };
}

/** An epoch's eleven keys are derived when one is asked for that no newer epoch has: mostly the newest suffices. */
function ownKeyring(holder: Holder, chart: ChainChart): Keyring {
  const known = new Map<Hex, EpochKey>();
  let next = chart.epoch;
  return {
    get(keyId) {
      for (; !known.has(keyId) && next >= 0; next--) {
        const seeds = ownSeeds(holder, ownKeysOf({ holder, chart, epoch: next }));
        for (const [id, key] of keyringOf(seeds)) known.set(id, key);
      }
      return known.get(keyId);
    },
  };
}
