import { useContext, useId } from "react";
import { trendWords } from "../../words/trendWords.ts";
import { Disclosure } from "../Disclosure.tsx";
import { ReaderContext } from "../ReaderContext.ts";
import { describeTrend } from "./describeTrend.ts";
import { TrendLine } from "./TrendLine.tsx";
import type { Trend as TrendData } from "./trendOf.ts";
import { TrendTable } from "./TrendTable.tsx";

/** How something went over time: a line, a sentence that says the same, and every value. */
export function Trend({ trend }: { trend: TrendData }) {
  const reader = useContext(ReaderContext);
  const id = useId();
  return (
    <figure className="rounded-panel border border-line bg-surface p-4">
      <figcaption>
        <span className="block font-serif text-lead">{trend.name}</span>
        <span id={id} className="block text-small text-quiet">
          {describeTrend(trend, reader)}
        </span>
      </figcaption>
      <TrendLine trend={trend} reader={reader} labelledBy={id} />
      <Disclosure summary={trendWords.values(trend.points.length)}>{() => <TrendTable trend={trend} />}</Disclosure>
    </figure>
  );
}
