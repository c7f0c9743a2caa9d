import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Address, Hex } from "viem";
import type { Keeper } from "../../keeper/Keeper.ts";
import { chartKey } from "../../queries/chart.ts";
import { announce } from "../../session/announcement.ts";
import { useMe } from "../../session/useMe.ts";
import { words } from "../../words/words.ts";
import type { Correction } from "./correctionsFor.ts";

export type Corrected = { subject: Address; capsuleHash: Hex };

/** Does it, tells it, and reads the chart anew. */
export function useCorrecting(record: Corrected, onDone: () => void) {
  const { keeper } = useMe();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (correction: Correction) => deeds[correction](keeper, record),
    async onSuccess(_, correction) {
      announce(words.correcting[correction].done);
      onDone();
      await queryClient.invalidateQueries({ queryKey: chartKey(record.subject) });
    },
  });
}

const deeds: Record<Correction, (keeper: Keeper, record: Corrected) => Promise<void>> = {
  dispute: (keeper, record) => keeper.disputeRecord(record),
  "entered-in-error": (keeper, record) => keeper.markEnteredInError(record),
  erase: (keeper, record) => keeper.eraseRecord(record),
};
