import type { Bring } from "./Change.ts";
import type { ClientChain } from "./ClientChain.ts";
import type { SentMemory } from "./SentMessage.ts";
import { type Pay, payFor } from "./payFor.ts";

export type BringByPayingParameters = {
  chain: ClientChain;
  pay: Pay;
  /** How long a transaction is waited for. */
  milliseconds?: number;
  sent?: SentMemory | undefined;
};

/** Brings messages by transactions of one's own account. */
export function bringByPaying({ chain, pay, milliseconds, sent }: BringByPayingParameters): Bring {
  return ({ to, data, digest }) =>
    payFor({
      chain,
      pay,
      transaction: { to, data },
      onSent: async (transaction) => sent?.paid(digest, transaction),
      ...(milliseconds !== undefined && { milliseconds }),
    });
}
