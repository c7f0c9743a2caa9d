import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import type { Address, Hex } from "viem";
import { categories } from "#core/records/categories.ts";
import type { Timeline } from "../../keeper/Keeper.ts";
import { timelineQuery } from "../../queries/chart.ts";
import { cliniciansQuery } from "../../queries/sharing.ts";
import { useMe } from "../../session/useMe.ts";
import { useNames } from "../../transactions/useNames.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { inputLook } from "../../ui/Field.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "../../words/words.ts";
import { CategoryFilter } from "./CategoryFilter.tsx";
import { ClosedRecords } from "./ClosedRecords.tsx";
import { RecordSheet } from "./RecordSheet.tsx";
import { TimelineList } from "./TimelineList.tsx";
import { matchesOf } from "./matchesOf.ts";

type ChartViewProps = { subject: Address; record: Hex | undefined; onOpen: (record: Hex) => void; onClose: () => void };

/** A chart as somebody may see it: what there is, newest first, and one record open over it. */
export function ChartView({ subject, record, onOpen, onClose }: ChartViewProps) {
  const me = useMe();
  const { data, error } = useQuery(timelineQuery(me, subject));
  useNames(useQuery(cliniciansQuery(me)).data);
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <Waiting what={words.chart.loading} />;
  const opened = data.records.find(({ capsuleHash }) => capsuleHash === record);
  return (
    <>
      <FilteredTimeline timeline={data} subject={subject} onOpen={onOpen} />
      {opened !== undefined && <RecordSheet subject={subject} record={opened} onClose={onClose} />}
    </>
  );
}

type FilteredTimelineProps = { timeline: Timeline; subject: Address; onOpen: (record: Hex) => void };

function FilteredTimeline({ timeline: { records, closed }, subject, onOpen }: FilteredTimelineProps) {
  const [search, setSearch] = useState("");
  const [category, setCategory] = useState<number>();
  const matches = useMemo(() => matchesOf(records, { search, category }), [records, search, category]);
  const there = useMemo(() => new Set(records.map(({ entry }) => entry.category)), [records]);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-3">
        <input
          type="search"
          aria-label={words.chart.search}
          placeholder={words.chart.search}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          className={`${inputLook} sm:max-w-xs`}
        />
        <CategoryFilter
          there={categories.map((_, number) => number).filter((number) => there.has(number))}
          chosen={category}
          onChoose={setCategory}
        />
      </div>
      <p role="status" className="text-small text-quiet">
        {words.chart.shown(matches.length, records.length)}
      </p>
      <ClosedRecords closed={closed} />
      {matches.length === 0 ? (
        <p className="py-8 text-quiet">{records.length === 0 ? words.chart.empty : words.chart.nothingFound}</p>
      ) : (
        <TimelineList records={matches} subject={subject} onOpen={onOpen} />
      )}
    </div>
  );
}
