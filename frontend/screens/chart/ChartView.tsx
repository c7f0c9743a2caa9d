import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Address, Hex } from "viem";
import { timelineQuery } from "../../queries/chart.ts";
import { cliniciansQuery } from "../../queries/sharing.ts";
import { useMe } from "../../session/useMe.ts";
import { useNames } from "../../transactions/useNames.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "../../words/words.ts";
import { FilteredTimeline } from "./FilteredTimeline.tsx";
import { RecordSheet } from "./RecordSheet.tsx";

type ChartViewProps = {
  subject: Address;
  record: Hex | undefined;
  /** What somebody may want to do where there is nothing yet. */
  whenEmpty?: ReactNode;
  onOpen: (record: Hex) => void;
  onClose: () => void;
};

/** A chart as somebody may see it: what there is, newest first, and one record open over it. */
export function ChartView({ subject, record, whenEmpty, onOpen, onClose }: ChartViewProps) {
  const me = useMe();
  const { data, error } = useQuery(timelineQuery(me, subject));
  useNames(useQuery(cliniciansQuery(me)).data);
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <Waiting what={words.chart.loading} />;
  const opened = data.records.find(({ capsuleHash }) => capsuleHash === record);
  return (
    <>
      <FilteredTimeline timeline={data} subject={subject} onOpen={onOpen} />
      {data.records.length === 0 && whenEmpty}
      {opened !== undefined && (
        <RecordSheet
          key={opened.capsuleHash}
          subject={subject}
          record={opened}
          records={data.records}
          onOpen={onOpen}
          onClose={onClose}
        />
      )}
    </>
  );
}
