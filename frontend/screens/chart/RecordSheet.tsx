import { useQuery } from "@tanstack/react-query";
import { Suspense, lazy } from "react";
import { type Address, type Hex, isAddressEqual } from "viem";
import type { TimelineRecord } from "../../keeper/Keeper.ts";
import { recordQuery } from "../../queries/chart.ts";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Sheet } from "../../ui/Sheet.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "../../words/words.ts";
import { isInForce } from "./isInForce.ts";
import { CorrectionPanel } from "./CorrectionPanel.tsx";

/** Whoever only looks at a timeline never loads what shows records. */
const RecordViewer = lazy(async () => ({ default: (await import("../../viewer/RecordViewer.tsx")).RecordViewer }));

const RecordVersions = lazy(async () => ({ default: (await import("./RecordVersions.tsx")).RecordVersions }));
const CorrectNoteLink = lazy(async () => ({ default: (await import("../note/CorrectNoteLink.tsx")).CorrectNoteLink }));

type RecordSheetProps = {
  subject: Address;
  record: TimelineRecord;
  /** Of the same chart. */
  records: readonly TimelineRecord[];
  onOpen: (record: Hex) => void;
  onClose: () => void;
};

export function RecordSheet({ subject, record, records, onOpen, onClose }: RecordSheetProps) {
  const { capsuleHash, entry } = record;
  const me = useMe();
  const { data, error } = useQuery(recordQuery(me, subject, capsuleHash));
  const hasVersions = entry.prev !== undefined || record.status === "superseded";
  const mayBeNote = entry.resources.includes("Encounter") && isAddressEqual(record.author, me.address);
  const waiting = <Waiting what={words.chart.reading} />;
  return (
    <Sheet label={entry.title} onClose={onClose} isWide>
      <header className="flex items-start justify-between gap-4 pb-4">
        <h2 className="text-title font-semibold">{entry.title}</h2>
        <Button onClick={onClose}>{words.common.close}</Button>
      </header>
      {hasVersions && (
        <Suspense fallback={null}>
          <RecordVersions record={record} records={records} onOpen={onOpen} />
        </Suspense>
      )}
      <ErrorNotice error={error} />
      {data === undefined && error === null && waiting}
      {data !== undefined && (
        <Suspense fallback={waiting}>
          <RecordViewer {...data} />
          {mayBeNote && isInForce(record) && (
            <CorrectNoteLink subject={subject} record={capsuleHash} bytes={data.bytes} />
          )}
        </Suspense>
      )}
      <CorrectionPanel subject={subject} record={record} onDone={onClose} />
    </Sheet>
  );
}
