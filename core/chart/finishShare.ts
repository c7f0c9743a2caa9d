import { isAddressEqual } from "viem";
import { sameBytes } from "../sealing/sameBytes.ts";
import type { Holder } from "./Holder.ts";
import type { SealedShare } from "./shareChart.ts";
import { refreshGrants } from "./refreshGrants.ts";

/**
 * Goes on with a share that was interrupted after it was signed: once the chain has its grant, the keys follow. Answers
 * whether that is so; until then it can be asked again. A grant of other terms meanwhile has taken its place.
 */
export async function finishShare({ holder, sealed }: { holder: Holder; sealed: SealedShare }): Promise<boolean> {
  const { chain, grants } = holder.services;
  const { subject, grantee, epoch, termsHash, grant } = sealed;
  const onChain = (await chain.grantsOf(subject)).find((it) => isAddressEqual(it.grantee, grantee));
  if (onChain?.termsHash !== termsHash) return false;
  const stored = await grants.list({ subject, grantee });
  if (!stored.some((it) => it.epoch === epoch && sameBytes(it.grant, grant))) {
    await grants.put({ subject, grantee, epoch, grant });
  }
  await refreshGrants({ holder });
  return true;
}
