import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { useLayoutEffect, useRef, useState } from "react";
import type { RegisterEntry } from "../../keeper/licensing/Licensing.ts";
import { Dotted } from "../../ui/Dotted.tsx";
import { dayText } from "../../ui/dayText.ts";
import { boardWords, licensingWords } from "../../words/licensingWords.ts";
import { words } from "../../words/words.ts";
import { stateOf, stateText } from "./registerState.ts";

type RegisterListProps = { entries: RegisterEntry[]; onOpen: (entry: RegisterEntry) => void };

/** Rows that are made as they come into view: a state's register costs what twenty licences do. */
export function RegisterList({ entries, onOpen }: RegisterListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => setTop(list.current?.offsetTop ?? 0), []);
  const rows = useWindowVirtualizer({
    count: entries.length,
    estimateSize: () => 76,
    overscan: 12,
    scrollMargin: top,
    getItemKey: (place) => `${entries[place]!.holder}/${entries[place]!.kind}`,
  });
  return (
    <ul ref={list} className="relative" style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map(({ index, key, start }) => (
        <li
          key={key}
          ref={rows.measureElement}
          data-index={index}
          aria-setsize={entries.length}
          aria-posinset={index + 1}
          className="absolute inset-x-0 top-0 border-b border-line"
          style={{ transform: `translateY(${start - top}px)` }}
        >
          <RegisterRow entry={entries[index]!} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

function RegisterRow({ entry, onOpen }: { entry: RegisterEntry; onOpen: RegisterListProps["onOpen"] }) {
  const { holder, kind, name, speciality, number, validUntil } = entry;
  const state = stateOf(entry);
  const { unnamed, until, number: numbered } = boardWords.list;
  const about = [
    licensingWords.kinds[kind],
    speciality,
    number === undefined ? "" : numbered(number),
    state === "active" ? until(dayText(validUntil)) : "",
  ];
  return (
    <button
      type="button"
      onClick={() => onOpen(entry)}
      className="grid w-full gap-x-6 rounded-field px-2 py-3 text-left hover:bg-well sm:grid-cols-[1fr_auto] sm:items-baseline"
    >
      <span className="min-w-0">
        <span className="block font-semibold break-words">{name ?? unnamed(words.common.address(holder))}</span>
        <span className="block text-small text-quiet">
          <Dotted facts={about} />
        </span>
      </span>
      <span className={`text-small ${state === "active" ? "text-quiet" : "font-semibold text-clay"}`}>
        {stateText(entry)}
      </span>
    </button>
  );
}
