import { useMemo } from "react";
import { trendWords } from "../../words/trendWords.ts";
import { Batch } from "../Batch.tsx";
import { Trend } from "./Trend.tsx";
import { trendsOf } from "./trendsOf.ts";

/** How everything went that was measured more than once; nothing where nothing was. */
export function Trends({ observations }: { observations: readonly unknown[] }) {
  const trends = useMemo(() => trendsOf(observations), [observations]);
  if (trends.length === 0) return null;
  return (
    <section>
      <h2 className="mb-3 text-title">{trendWords.heading}</h2>
      <Batch items={trends} size={6}>
        {(shown) => (
          <div className="grid items-start gap-4 md:grid-cols-2">
            {shown.map((trend) => (
              <Trend key={`${trend.name} ${trend.unit}`} trend={trend} />
            ))}
          </div>
        )}
      </Batch>
    </section>
  );
}
