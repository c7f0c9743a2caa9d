import { type Address, isAddressEqual } from "viem";
import { SealingError } from "../sealing/SealingError.ts";
import type { ChainChart } from "./ChartServices.ts";
import { ChartError } from "./ChartError.ts";
import type { Holder } from "./Holder.ts";
import { newestGrant } from "./newestGrant.ts";

export type TakesSomethingAwayParameters = {
  holder: Holder;
  chart: ChainChart;
  grantee: Address;
  /** Category numbers that may be read from now on. */
  read: readonly number[];
};

/**
 * Whether somebody has keys of this epoch that they are to have no longer. Where that cannot be found out, because the
 * grant was lost, it is taken for granted.
 */
export async function takesSomethingAway(parameters: TakesSomethingAwayParameters): Promise<boolean> {
  const { holder, chart, grantee, read } = parameters;
  const subject = holder.address;
  const grants = await holder.services.chain.grantsOf(subject);
  const onChain = grants.find((grant) => isAddressEqual(grant.grantee, grantee));
  if (onChain === undefined) return false;
  try {
    const { opened, epoch: givenIn } = await newestGrant({ holder, role: "subject", subject, chart, onChain });
    return opened.seeds.some(({ epoch, category }) => epoch === givenIn && !read.includes(category));
  } catch (error) {
    if (error instanceof SealingError || error instanceof ChartError) return true;
    throw error;
  }
}
