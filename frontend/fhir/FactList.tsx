import { LongText } from "./LongText.tsx";
import type { Fact } from "./tell/Told.ts";

/** What is known, line by line. Values of the same name stand under it together. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  const byLabel = Map.groupBy(facts, ({ label }) => label);
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[minmax(8rem,auto)_1fr]">
      {[...byLabel].map(([label, alike]) => (
        <div key={label} className="sm:contents">
          <dt className="text-small text-quiet sm:pt-0.5">{label}</dt>
          <dd>
            {alike.map(({ value }, at) => (
              <span key={at} className="block">
                <LongText text={value} />
              </span>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
