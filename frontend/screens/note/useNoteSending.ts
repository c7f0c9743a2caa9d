import { useMutation, useQueryClient } from "@tanstack/react-query";
import * as Comlink from "comlink";
import { useEffect, useState } from "react";
import type { Address, Hex } from "viem";
import type { NewRecord } from "#core/chart/NewRecord.ts";
import type { Progress } from "#core/chart/publishRecords.ts";
import { chartKey } from "../../queries/chart.ts";
import { useMe } from "../../session/useMe.ts";

export type NotePlace = {
  subject: Address;
  /** The record that is corrected; undefined where the note is new. */
  replaces: Hex | undefined;
  /** Of the draft. */
  form: string;
};

/** Adds a note, or puts it in the place of the one before. Leaving the screen before it is signed stops it. */
export function useNoteSending({ subject, replaces, form }: NotePlace) {
  const { keeper } = useMe();
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<Progress>();
  useEffect(() => () => void keeper.cancelAdding(), [keeper]);
  const sending = useMutation({
    async mutationFn(record: NewRecord) {
      setProgress(undefined);
      if (replaces !== undefined) return keeper.replaceRecord({ subject, capsuleHash: replaces, record, form });
      await keeper.addRecords({ subject, records: [record], form }, Comlink.proxy(setProgress));
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: chartKey(subject) }),
  });
  return { ...sending, progress, cancel: () => void keeper.cancelAdding() };
}
