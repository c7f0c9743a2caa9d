import { useMutation, useQueryClient } from "@tanstack/react-query";
import * as Comlink from "comlink";
import { useEffect, useState } from "react";
import type { Address } from "viem";
import type { NewRecord } from "#core/chart/NewRecord.ts";
import type { Progress } from "#core/chart/publishRecords.ts";
import { chartKey } from "../../queries/chart.ts";
import { useMe } from "../../session/useMe.ts";

/** Adds records, tells how far it is, and can be stopped before the signature. Leaving the screen stops it. */
export function useAdding(subject: Address) {
  const { keeper } = useMe();
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<Progress>();
  useEffect(() => () => void keeper.cancelAdding(), [keeper]);
  const adding = useMutation({
    async mutationFn(records: NewRecord[]) {
      setProgress(undefined);
      await keeper.addRecords({ subject, records }, Comlink.proxy(setProgress));
      return records.length;
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: chartKey(subject) }),
  });
  return { ...adding, progress, cancel: () => void keeper.cancelAdding() };
}
