import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Decided, Decision } from "../../keeper/licensing/Licensing.ts";
import { licensingKey } from "../../queries/licensing.ts";
import { announce } from "../../session/announcement.ts";
import { useMe } from "../../session/useMe.ts";
import { boardWords } from "../../words/licensingWords.ts";
import type { Seat } from "./Seat.ts";

/** A board's act, by whoever may act alone; by anybody else on it a proposal of that act. */
export function useDeciding({ jurisdiction, delay }: Seat, says: (decided: Decided) => string) {
  const { keeper } = useMe();
  const queryClient = useQueryClient();
  return useMutation({
    async mutationFn(decision: Decision): Promise<Decided | undefined> {
      if (delay === 0) return keeper.decideLicence(jurisdiction, decision);
      await keeper.proposeDecision(jurisdiction, decision);
      return undefined;
    },
    onSuccess: (decided) => announce(decided === undefined ? boardWords.proposed : says(decided)),
    onSettled: () => queryClient.invalidateQueries({ queryKey: licensingKey }),
  });
}
