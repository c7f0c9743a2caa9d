import type { Hex } from "viem";
import { ChartError } from "./ChartError.ts";
import type { Holder } from "./Holder.ts";

/**
 * Deletes a record's capsule, without which nobody can open its body. Whoever kept the capsule and has the key still can,
 * and the hash stays on chain.
 */
export async function eraseRecord({ holder, capsuleHash }: { holder: Holder; capsuleHash: Hex }): Promise<void> {
  const { capsules } = holder.services;
  const wanted = { subject: holder.address, capsuleHash };
  await capsules.delete(wanted);
  if ((await capsules.get(wanted)) !== undefined) throw new ChartError("RecordNotErased");
}
