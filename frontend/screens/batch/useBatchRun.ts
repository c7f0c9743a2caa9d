import { useMutation, useQueryClient } from "@tanstack/react-query";
import * as Comlink from "comlink";
import { useEffect, useState } from "react";
import { ClientError } from "#client/ClientError.ts";
import { useWorld } from "../../app/World.tsx";
import type { Batch, BatchProgress } from "../../keeper/batch/AddsInBatches.ts";
import { batchReportKey } from "../../queries/staff.ts";
import { useMe } from "../../session/useMe.ts";
import { announceBatch } from "../../transactions/announcedMessages.ts";
import { rememberName } from "../../transactions/names.ts";
import { recordsOfFiles } from "./batchOf.ts";

/** One card, then all of a batch, until it is done or stopped. Leaving the screen stops it. */
export function useBatchRun() {
  const { keeper, address } = useMe();
  const { chainId, contracts } = useWorld().configuration.deployment;
  const doesWalletAsk = useDoesWalletAsk();
  const queryClient = useQueryClient();
  const [progress, setProgress] = useState<BatchProgress>();
  useEffect(() => () => void keeper.cancelBatch(), [keeper]);
  const running = useMutation({
    async mutationFn(batch: Batch) {
      const { hospital, charts } = batch;
      for (const { subject, name } of charts) rememberName(subject, name);
      const place = { chainId, recordRegistry: contracts.RecordRegistry };
      const told = charts.map(({ subject, name, files }) => ({ subject, name, records: recordsOfFiles(files) }));
      const asked = { signer: address, hospital, ...place, charts: told, doesWalletAsk };
      const announced = await announceBatch(asked).catch((cause: unknown) => {
        throw new ClientError("NotSigned", { cause });
      });
      try {
        setProgress({ charts: charts.length, chartsDone: 0, bytes: 1, bytesDone: 0 });
        return await keeper.addBatch(batch, Comlink.proxy(setProgress));
      } finally {
        announced.end();
        setProgress(undefined);
      }
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: batchReportKey }),
  });
  return { ...running, progress, stop: () => void keeper.cancelBatch() };
}

/** Whether the wallet has a window of its own: one that was made here, and that of the sample people, have none. */
export function useDoesWalletAsk(): boolean {
  const { address, isMadeHere } = useMe();
  const { sampleWallet } = useWorld();
  return !isMadeHere && sampleWallet.personAt(address) === undefined;
}
