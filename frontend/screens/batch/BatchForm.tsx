import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Address } from "viem";
import { planBatch } from "../../batch/planBatch.ts";
import type { BatchChart } from "../../keeper/batch/AddsInBatches.ts";
import { batchReportKey, batchReportQuery } from "../../queries/staff.ts";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { batchWords } from "../../words/batchWords.ts";
import { BatchDrop } from "./BatchDrop.tsx";
import { BatchProgressPanel } from "./BatchProgressPanel.tsx";
import { GroupPanel } from "./GroupPanel.tsx";
import { ReportPanel } from "./ReportPanel.tsx";
import { UndecidedPanel } from "./UndecidedPanel.tsx";
import { useKnownIn } from "./useKnownIn.ts";
import { batchOf, recordsIn } from "./batchOf.ts";
import { useBatchItems } from "./useBatchItems.ts";
import { useBatchRun, useDoesWalletAsk } from "./useBatchRun.ts";

type BatchFormProps = { hospital: Address; charts: BatchChart[] };

/** From files to a preview, one yes, and a report. */
export function BatchForm({ hospital, charts }: BatchFormProps) {
  const me = useMe();
  const queryClient = useQueryClient();
  const chosen = useBatchItems();
  const { items, rows, isManifestBroken } = chosen;
  const running = useBatchRun();
  const doesWalletAsk = useDoesWalletAsk();
  const { data: report } = useQuery(batchReportQuery(me, hospital));
  const [isReportHidden, setReportHidden] = useState(false);
  const throwingAway = useMutation({
    mutationFn: () => me.keeper.throwAwayBatchReport(hospital),
    onSettled: () => queryClient.invalidateQueries({ queryKey: batchReportKey }),
  });
  const first = useMemo(() => planBatch({ items, rows, charts }), [items, rows, charts]);
  const isIn = useKnownIn(hospital, first);
  const plan = useMemo(() => planBatch({ items, rows, charts, isIn }), [items, rows, charts, isIn]);

  if (running.progress !== undefined) return <BatchProgressPanel progress={running.progress} onStop={running.stop} />;
  if (items.length === 0 && report && !isReportHidden) {
    return (
      <ReportPanel report={report} onMore={() => setReportHidden(true)} onThrowAway={() => throwingAway.mutate()} />
    );
  }
  const read = items.filter((it) => it.read !== undefined || it.error !== undefined).length;
  const isReading = read < items.length;
  const batch = batchOf(hospital, plan);
  const records = recordsIn(batch);
  const { reading, manifestUnreadable, summary, leftOut, submit, walletAsks, remove } = batchWords;
  const start = async () => {
    await running.mutateAsync(batch);
    chosen.clear();
    setReportHidden(false);
  };
  return (
    <>
      <BatchDrop onChoose={(placed) => void chosen.choose(placed)} />
      {isReading && (
        <p role="status" className="text-quiet">
          {reading(read, items.length)}
        </p>
      )}
      {isManifestBroken && <Notice kind="careful">{manifestUnreadable}</Notice>}
      {!isReading && plan.undecided.length > 0 && (
        <UndecidedPanel lines={plan.undecided} charts={charts} onDecide={chosen.decide} />
      )}
      {!isReading &&
        plan.groups.map((group) => <GroupPanel key={group.chart.subject} group={group} onPart={chosen.choosePart} />)}
      <ErrorNotice error={running.error} />
      {items.length > 0 && !isReading && (
        <Panel className="flex flex-wrap sm:sticky sm:bottom-3 items-center gap-x-4 gap-y-3">
          <div className="min-w-0 flex-1 basis-64">
            <p className="font-semibold">{summary(records, batch.charts.length)}</p>
            {batch.leftOut.length > 0 && <p className="text-small text-quiet">{leftOut(batch.leftOut.length)}</p>}
            {records > 0 && doesWalletAsk && <p className="text-small">{walletAsks(batch.charts.length)}</p>}
          </div>
          <Button onClick={chosen.clear}>{remove}</Button>
          {records > 0 && (
            <Button
              kind="main"
              isWorking={running.isPending}
              onClick={() => void start().catch(() => {}) /* told above */}
            >
              {submit(records, batch.charts.length)}
            </Button>
          )}
        </Panel>
      )}
    </>
  );
}
