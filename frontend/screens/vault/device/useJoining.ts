import { useMutation } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import type { Address } from "viem";
import type { JoinsAtDesk } from "../../../keeper/desk/AtDeviceDesk.ts";

export type JoiningStep =
  | { step: "beginning" }
  | { step: "shown"; offer: string; until: number }
  | { step: "answered"; digits: string; until: number }
  | { step: "over" }
  | { step: "refused" }
  | { step: "failed" }
  | { step: "arrived"; address: Address };

/** A new device's side of a desk, from its code to what arrives. Leaving the screen is leaving the desk. */
export function useJoining(desk: JoinsAtDesk) {
  const [current, setCurrent] = useState<JoiningStep>({ step: "beginning" });
  const { mutate, error } = useMutation({
    async mutationFn() {
      setCurrent({ step: "shown", ...(await desk.openJoining()) });
      setCurrent({ step: "answered", ...(await desk.joiningAnswer()) });
      setCurrent({ step: "arrived", ...(await desk.joiningArrival()) });
    },
    onError({ name }) {
      if (name === "DeskLeft") return;
      setCurrent({ step: endings[name] ?? "failed" });
    },
  });
  useEffect(() => {
    mutate();
    return () => void desk.leaveJoining();
  }, [desk, mutate]);
  /** The code's time is over. */
  const end = useCallback(() => {
    setCurrent({ step: "over" });
    void desk.leaveJoining();
  }, [desk]);
  return { current, error: current.step === "failed" ? error : null, renew: () => mutate(), end };
}

const endings: Record<string, "over" | "refused"> = { DeskOver: "over", DeviceRefused: "refused" };
