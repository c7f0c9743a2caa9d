import { useContext, useId } from "react";
import { trendWords } from "../../words/trendWords.ts";
import { Disclosure } from "../Disclosure.tsx";
import { formatDate } from "../format/formatDate.ts";
import { formatNumber } from "../format/formatNumber.ts";
import { ReaderContext } from "../ReaderContext.ts";
import { describeTrend } from "./describeTrend.ts";
import type { Trend as TrendData } from "./trendOf.ts";
import { TrendLine } from "./TrendLine.tsx";

/** As many values as somebody might read one by one; a heart rate taken each second is not read. */
const mostRows = 200;

/** How something went over time: a line, a sentence that says the same, and every value. */
export function Trend({ trend }: { trend: TrendData }) {
  const reader = useContext(ReaderContext);
  const id = useId();
  const { name, unit, points } = trend;
  return (
    <figure className="rounded-panel border border-line bg-surface p-4">
      <figcaption>
        <span className="block font-serif text-lead">{name}</span>
        <span id={id} className="block text-small text-quiet">
          {describeTrend(trend, reader)}
        </span>
      </figcaption>
      <TrendLine trend={trend} reader={reader} labelledBy={id} />
      <Disclosure summary={trendWords.values(points.length)}>
        {() => (
          <table className="mt-2 w-full text-small">
            <caption className="sr-only">{trendWords.valuesOf(name)}</caption>
            <thead>
              <tr className="border-b border-line text-left text-quiet">
                <th scope="col" className="py-1 pr-4 font-normal">
                  {trendWords.day}
                </th>
                <th scope="col" className="py-1 font-normal">
                  {trendWords.value}
                </th>
              </tr>
            </thead>
            <tbody>
              {points
                .slice(-mostRows)
                .toReversed()
                .map(({ time, written }, at) => (
                  <tr key={at} className="border-b border-line last:border-0">
                    <td className="py-1 pr-4">{formatDate(time, reader)}</td>
                    <td className="py-1 tabular-nums">
                      {formatNumber(written, reader)} {unit}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        )}
      </Disclosure>
    </figure>
  );
}
