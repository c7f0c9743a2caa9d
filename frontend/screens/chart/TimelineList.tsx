import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { type Address, type Hex, isAddressEqual } from "viem";
import { categories } from "#core/records/categories.ts";
import type { TimelineRecord } from "../../keeper/Keeper.ts";
import { useMe } from "../../session/useMe.ts";
import { nameOf } from "../../transactions/names.ts";
import { words } from "../../words/words.ts";

type TimelineListProps = {
  records: TimelineRecord[];
  /** What a reader should not miss in a record. */
  remarks: ReadonlyMap<Hex, string | undefined>;
  /** Since the last visit. */
  added: ReadonlySet<Hex>;
  subject: Address;
  onOpen: (record: Hex) => void;
  /** Which records are in view now. */
  onLook: (records: Hex[]) => void;
};

/** Rows that are made as they come into view: a thousand cost what twenty do. */
export function TimelineList({ records, remarks, added, subject, onOpen, onLook }: TimelineListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  const rows = useWindowVirtualizer({
    count: records.length,
    estimateSize: () => 76,
    overscan: 12,
    scrollMargin: top,
    getItemKey: (place) => records[place]!.capsuleHash,
  });
  const { startIndex = 0, endIndex = 0 } = rows.range ?? {};
  useEffect(() => {
    onLook(records.slice(startIndex, endIndex + 1).map(({ capsuleHash }) => capsuleHash));
  }, [records, startIndex, endIndex, onLook]);
  return (
    <ul ref={list} className="relative" style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, key, start }) => (
        <li
          key={key}
          ref={rows.measureElement}
          data-index={index}
          aria-setsize={records.length}
          aria-posinset={index + 1}
          className="absolute inset-x-0 top-0 border-b border-line"
          style={{ transform: `translateY(${start - top}px)` }}
        >
          <TimelineRow
            record={records[index]!}
            remark={remarks.get(records[index]!.capsuleHash)}
            isNew={added.has(records[index]!.capsuleHash)}
            subject={subject}
            onOpen={onOpen}
          />
        </li>
      ))}
    </ul>
  );
}

type TimelineRowProps = {
  record: TimelineRecord;
  remark: string | undefined;
  isNew: boolean;
  subject: Address;
  onOpen: (record: Hex) => void;
};

function TimelineRow({ record, remark, isNew, subject, onOpen }: TimelineRowProps) {
  const { capsuleHash, author, status, entry } = record;
  const by = authorText(author, { me: useMe().address, subject });
  return (
    <button
      type="button"
      onClick={() => onOpen(capsuleHash)}
      className="grid w-full gap-x-6 rounded-field px-2 py-3 text-left hover:bg-well sm:grid-cols-[9rem_1fr_auto] sm:items-baseline"
    >
      <time dateTime={entry.issued} className="text-small text-quiet">
        {dayOf(entry.issued)}
      </time>
      <span>
        <span className="font-semibold">{entry.title}</span> {isNew && <NewMark />}
        <span className="block text-small text-quiet">
          {status === "current" ? by : `${words.chart.status[status]}. ${by}`}
        </span>
        {remark !== undefined && <span className="block text-small font-medium text-clay">{remark}</span>}
      </span>
      <span className="text-small text-quiet">{words.categories[categories[entry.category] ?? "administrative"]}</span>
    </button>
  );
}

function NewMark() {
  return (
    <span className="rounded-full bg-accent-well px-2 text-small font-semibold text-accent">{words.chart.isNew}</span>
  );
}

function authorText(author: Address, { me, subject }: { me: Address; subject: Address }): string {
  if (isAddressEqual(author, me)) return words.chart.bySelf;
  return isAddressEqual(author, subject) ? words.chart.byPatient : words.chart.by(nameOf(author));
}

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });

function dayOf(instant: string): string {
  return dayFormat.format(new Date(instant));
}
