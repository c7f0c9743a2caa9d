import { useMemo, useState } from "react";
import type { Address, Hex } from "viem";
import { categories } from "#core/records/categories.ts";
import type { Timeline } from "../../keeper/Keeper.ts";
import { describeResults } from "../../results/describeResults.ts";
import { mayHoldResults } from "../../results/mayHoldResults.ts";
import { useLookThrough } from "../../results/useLookThrough.ts";
import { useMe } from "../../session/useMe.ts";
import { inputLook } from "../../ui/Field.tsx";
import { words } from "../../words/words.ts";
import { CategoryFilter } from "./CategoryFilter.tsx";
import { ClosedRecords } from "./ClosedRecords.tsx";
import { FilterChip } from "./FilterChip.tsx";
import { LookedThrough } from "./LookedThrough.tsx";
import { TimelineList } from "./TimelineList.tsx";
import { matchesOf } from "./matchesOf.ts";
import { newRecords } from "./newRecords.ts";

type FilteredTimelineProps = { timeline: Timeline; subject: Address; onOpen: (record: Hex) => void };

export function FilteredTimeline({ timeline, subject, onOpen }: FilteredTimelineProps) {
  const { records, closed } = timeline;
  const { address: me } = useMe();
  const [search, setSearch] = useState("");
  const [category, setCategory] = useState<number>();
  const [isOutsideOnly, setOutsideOnly] = useState(false);
  const [isNewOnly, setNewOnly] = useState(false);
  const added = useMemo(() => newRecords(timeline, me), [timeline, me]);
  const { looked, lookThrough } = useLookThrough(subject, records);
  const remarks = useMemo(() => {
    const told = records.filter(mayHoldResults).map(({ capsuleHash }) => {
      return [capsuleHash, describeResults(looked.results.get(capsuleHash) ?? [])] as const;
    });
    return new Map(told.filter(([, remark]) => remark !== undefined));
  }, [records, looked]);
  const matches = useMemo(() => {
    return matchesOf(records, { search, category })
      .filter(({ capsuleHash }) => !isOutsideOnly || remarks.has(capsuleHash))
      .filter(({ capsuleHash }) => !isNewOnly || added.has(capsuleHash));
  }, [records, search, category, isOutsideOnly, remarks, isNewOnly, added]);
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
        >
          {added.size > 0 && (
            <FilterChip isChosen={isNewOnly} onToggle={() => setNewOnly(!isNewOnly)}>
              {words.chart.added(added.size)}
            </FilterChip>
          )}
          {looked.total > 0 && (
            <FilterChip isChosen={isOutsideOnly} onToggle={() => setOutsideOnly(!isOutsideOnly)}>
              {words.results.outside}
            </FilterChip>
          )}
        </CategoryFilter>
      </div>
      <div className="flex flex-wrap gap-x-6 text-small text-quiet">
        <p role="status">{words.chart.shown(matches.length, records.length)}</p>
        <LookedThrough looked={looked} onTryAgain={lookThrough.tryAgain} />
      </div>
      <ClosedRecords closed={closed} />
      {matches.length === 0 ? (
        <p className="py-8 text-quiet">{nothingOf({ records, isOutsideOnly, isDone: looked.done === looked.total })}</p>
      ) : (
        <TimelineList
          records={matches}
          remarks={remarks}
          added={added}
          subject={subject}
          onOpen={onOpen}
          onLook={lookThrough.wantFirst}
        />
      )}
    </div>
  );
}

type Nothing = { records: Timeline["records"]; isOutsideOnly: boolean; isDone: boolean };

function nothingOf({ records, isOutsideOnly, isDone }: Nothing): string {
  if (records.length === 0) return words.chart.empty;
  if (!isOutsideOnly) return words.chart.nothingFound;
  return isDone ? words.results.noneOutside : words.results.lookingFor;
}
