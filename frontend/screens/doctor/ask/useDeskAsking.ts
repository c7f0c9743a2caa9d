import { useMutation } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import type { Address } from "viem";
import type { DeskCode, DeskWish } from "../../../keeper/desk/AtDesk.ts";
import { useMe } from "../../../session/useMe.ts";

export type AskingStep =
  | { step: "choosing" }
  | { step: "shown"; offer: string; until: number }
  | { step: "answered"; digits: string; until: number }
  | { step: "over" }
  | { step: "shared"; subject: Address; name: string };

/** A clinician's side of a desk, from the request to the grant. Leaving the screen is leaving the desk. */
export function useDeskAsking() {
  const { keeper } = useMe();
  const [current, setCurrent] = useState<AskingStep>({ step: "choosing" });
  useEffect(() => () => void keeper.leaveDesk(), [keeper]);

  const following = useMutation({
    async mutationFn(begin: () => Promise<DeskCode>) {
      setCurrent({ step: "shown", ...(await begin()) });
      setCurrent({ step: "answered", ...(await keeper.deskAnswer()) });
      setCurrent({ step: "shared", ...(await keeper.deskShare()) });
    },
    onError({ name }) {
      if (name === "DeskOver") setCurrent({ step: "over" });
      else if (name !== "DeskLeft") setCurrent({ step: "choosing" });
    },
  });

  const end = useCallback(() => {
    setCurrent({ step: "over" });
    void keeper.leaveDesk();
  }, [keeper]);

  return {
    current,
    isAsking: following.isPending,
    error: following.error?.name === "DeskOver" || following.error?.name === "DeskLeft" ? null : following.error,
    ask: (wish: DeskWish) => following.mutate(() => keeper.openDesk(wish)),
    renew: () => following.mutate(() => keeper.renewDesk()),
    /** The code's time is over. */
    end,
    stop() {
      setCurrent({ step: "choosing" });
      void keeper.leaveDesk();
    },
  };
}
