import { type Hex, sha256, slice } from "viem";
import { currentChart } from "#core/chart/currentChart.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { shareTerms } from "#core/chart/shareTerms.ts";
import { describeTerms } from "#core/consent/describeTerms.ts";
import type { ShareWish } from "../Keeper.ts";

/** The very terms, but for their salt, that are going to be signed. */
export async function describeShare(holder: Holder, wish: ShareWish): Promise<string[]> {
  const now = Math.floor(Date.now() / 1000);
  const { chart } = await currentChart({ holder });
  const { chainId } = holder.services.chain;
  return describeTerms({ ...shareTerms({ holder, ...wish, now }, { chainId, chart }), salt: anySalt }, { now });
}

const anySalt: Hex = slice(sha256("0x"), 0, 16);
