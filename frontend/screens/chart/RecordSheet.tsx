import { useQuery } from "@tanstack/react-query";
import { Suspense, lazy } from "react";
import type { Address } from "viem";
import type { TimelineRecord } from "../../keeper/Keeper.ts";
import { recordQuery } from "../../queries/chart.ts";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "../../words/words.ts";
import { CorrectionPanel } from "./CorrectionPanel.tsx";

/** Whoever only looks at a timeline never loads what shows records. */
const RecordViewer = lazy(async () => ({ default: (await import("../../viewer/RecordViewer.tsx")).RecordViewer }));

type RecordSheetProps = { subject: Address; record: TimelineRecord; onClose: () => void };

export function RecordSheet({ subject, record, onClose }: RecordSheetProps) {
  const { capsuleHash, entry } = record;
  const { data, error } = useQuery(recordQuery(useMe(), subject, capsuleHash));
  const waiting = <Waiting what={words.chart.reading} />;
  return (
    <Sheet label={entry.title} onClose={onClose} isWide>
      <header className="flex items-start justify-between gap-4 pb-4">
        <h2 className="text-title font-semibold">{entry.title}</h2>
        <Button onClick={onClose}>{words.common.close}</Button>
      </header>
      <ErrorNotice error={error} />
      {data === undefined && error === null && waiting}
      {data !== undefined && (
        <Suspense fallback={waiting}>
          <RecordViewer {...data} />
        </Suspense>
      )}
      <CorrectionPanel subject={subject} record={record} onDone={onClose} />
    </Sheet>
  );
}
