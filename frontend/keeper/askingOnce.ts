import type { Unlock } from "#core/sealing/vault/openVault.ts";

/** The same way to unlock, which answers the second time what it answered before, where it is asked for the same slot. */
export function askingOnce(unlock: Unlock): Unlock {
  let answer: Awaited<ReturnType<Unlock["factorFor"]>> | undefined;
  return {
    kind: unlock.kind,
    async factorFor(slots) {
      const slot = slots.find(({ salt }) => salt === answer?.slot.salt);
      if (slot !== undefined && answer !== undefined) return { slot, factor: answer.factor };
      answer = await unlock.factorFor(slots);
      return answer;
    },
  };
}
