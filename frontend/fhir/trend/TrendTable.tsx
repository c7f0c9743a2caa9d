import { useContext } from "react";
import { trendWords } from "../../words/trendWords.ts";
import { formatDate } from "../format/formatDate.ts";
import { formatNumber } from "../format/formatNumber.ts";
import { ReaderContext } from "../ReaderContext.ts";
import type { Trend } from "./trendOf.ts";

/** As many values as somebody might read one by one; a heart rate taken each second is not read. */
const mostRows = 200;

/** Every value behind a line, newest first. */
export function TrendTable({ trend: { name, unit, points } }: { trend: Trend }) {
  const reader = useContext(ReaderContext);
  return (
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
              <td className="py-1 tabular-nums">{`${formatNumber(written, reader)}\u{a0}${unit}`}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
