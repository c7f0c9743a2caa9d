import { sha256 } from "viem";
import { ChartError } from "./ChartError.ts";
import type { Holder } from "./Holder.ts";
import { chartPlaceOf } from "./chartPlaceOf.ts";
import { keysetOf } from "../sealing/keyset/keysetOf.ts";
import { defaultSuite } from "../sealing/suites.ts";
import { newestRoot } from "../sealing/vault/roots.ts";
import { publishIdentity } from "./publishIdentity.ts";

/** Begins one's own chart, once a vault is there that will not be lost. Going on after an interruption is calling it again. */
export async function openChart({ holder }: { holder: Holder }): Promise<void> {
  const { address, roots, services } = holder;
  if ((await services.chain.chartOf(address)) !== undefined) throw new ChartError("ChartAlreadyOpen");
  await publishIdentity({ holder });
  const { root } = newestRoot(roots);
  const keyset = keysetOf({ root, chart: chartPlaceOf(services, address), epoch: 0, suite: defaultSuite });
  await services.chain.openChart({ subject: address, keysetHash: sha256(keyset) });
}
