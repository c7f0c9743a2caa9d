import type { Address } from "viem";
import { ChartError } from "#core/chart/ChartError.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { SealingError } from "#core/sealing/SealingError.ts";
import { openMessage } from "#core/sealing/message/openMessage.ts";
import { sealMessage } from "#core/sealing/message/sealMessage.ts";
import { identityPairs } from "#core/sealing/vault/identityPairs.ts";
import type { FullConnection } from "../connect.ts";
import { createInbox } from "../gateway/createInbox.ts";

export type Letter = {
  position: number;
  /** The gateway's word. What must come from somebody certain carries a signature. */
  from: Address;
  /** When it arrived, in Unix seconds. */
  at: number;
  content: object;
};

export type Mail = ReturnType<typeof createMail>;

/** Sealed letters between addresses, through the gateway's inbox. */
export function createMail(holder: Holder, { gateway, clientChain }: FullConnection) {
  const inbox = createInbox(gateway);
  const { chainId, contracts } = clientChain.deployment;
  const between = (from: Address, to: Address) => ({ chainId, keyDirectory: contracts.KeyDirectory, from, to });

  return {
    /** Refused where the one it is to has no published key. Not repeated by itself: it could arrive twice. */
    async send({ to, content }: { to: Address; content: object }): Promise<number> {
      const key = await holder.services.chain.publishedKey(to);
      if (key === undefined) throw new ChartError("ReaderHasNoKey");
      const place = between(holder.address, to);
      return inbox.send({ to, message: sealMessage({ content, place, ...key }) });
    },
    /** Oldest first, a page of the gateway's at a time. What does not open, or is no letter, is left out: anybody can send. */
    async *read({ after }: { after?: number } = {}): AsyncGenerator<Letter, void> {
      const { address: owner, roots } = holder;
      const pairs = identityPairs({ roots, chainId, address: owner });
      let page: Awaited<ReturnType<typeof inbox.list>>;
      let last = after;
      do {
        page = await inbox.list({ owner, ...(last !== undefined && { after: last }) });
        for (const { position, from, at, body } of page.messages) {
          last = position;
          const content = opened(body, from);
          if (content !== undefined) yield { position, from, at, content };
        }
      } while (page.more);

      function opened(message: Uint8Array, from: Address): object | undefined {
        try {
          return openMessage({ message, place: between(from, owner), pairs });
        } catch (error) {
          if (error instanceof SealingError) return undefined;
          throw error;
        }
      }
    },
    async delete(position: number): Promise<void> {
      await inbox.delete({ owner: holder.address, position });
    },
  };
}
