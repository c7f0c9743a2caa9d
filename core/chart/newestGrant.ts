import type { Address } from "viem";
import { SealingError } from "../sealing/SealingError.ts";
import { type OpenedGrant, openGrant } from "../sealing/grant/openGrant.ts";
import { identityPairs } from "../sealing/vault/identityPairs.ts";
import { ChartError } from "./ChartError.ts";
import type { ChainChart, ChainGrant } from "./ChartServices.ts";
import type { Holder } from "./Holder.ts";
import { chartPlaceOf } from "./chartPlaceOf.ts";

export type NewestGrantParameters = {
  /** One of the two ends. */
  holder: Holder;
  role: "grantee" | "subject";
  subject: Address;
  chart: ChainChart;
  onChain: ChainGrant;
};

/**
 * The newest stored grant that opens and is what the chain says. One of an earlier epoch still reads what it could, until
 * the subject has sent a fresh one. Whoever stores grants cannot make us try for long: only the last few are tried.
 */
export async function newestGrant(parameters: NewestGrantParameters): Promise<{ opened: OpenedGrant; epoch: number }> {
  const { holder, role, subject, chart, onChain } = parameters;
  const { address, services, roots } = holder;
  const { grantee, termsHash } = onChain;
  const { keysetHashes } = chart;
  const pairs = identityPairs({ roots, chainId: services.chain.chainId, address });
  const stored = await services.grants.list({ subject, grantee });
  let refusal: unknown;
  for (const { epoch, grant } of stored.filter((it) => it.epoch <= chart.epoch).slice(0, mostTried)) {
    try {
      const place = { ...chartPlaceOf(services, subject), grantee, epoch };
      return { opened: openGrant({ grant, place, role, pairs, termsHash, keysetHashes }), epoch };
    } catch (error) {
      if (!(error instanceof SealingError)) throw error;
      refusal ??= error;
    }
  }
  throw refusal ?? new ChartError("GrantNotFound");
}

const mostTried = 8;
