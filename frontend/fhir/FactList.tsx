import { LongText } from "./LongText.tsx";
import type { Fact } from "./tell/Told.ts";

/** What is known, line by line. Values of the same name stand under it together. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  const byLabel = Map.groupBy(facts, ({ label }) => label);
  return (
    <dl className="grid grid-cols-[minmax(5.5rem,auto)_1fr] gap-x-4 gap-y-1.5 sm:grid-cols-[minmax(9rem,auto)_1fr] sm:gap-x-6">
      {[...byLabel].map(([label, alike]) => (
        <div key={label} className="contents">
          <dt className="text-small text-quiet max-w-36 pt-0.5">{label}</dt>
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
