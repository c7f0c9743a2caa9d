import { categories } from "#core/records/categories.ts";
import type { SharedLimits } from "../../../keeper/Keeper.ts";
import { dayText } from "../../../ui/dayText.ts";
import { words } from "../../../words/words.ts";

/** That one sees a part, and which: what is not here may still be. */
export function LimitsLine({ limits: { read, contribute, since } }: { limits: SharedLimits }) {
  const { everything, onlyAdding, parts, rest, sinceDay } = words.patients.limits;
  const left = categories.filter((category) => !read.includes(category));
  const what = read.length === 0 ? onlyAdding(names(contribute)) : left.length === 0 ? everything : parts(names(read));
  return (
    <details className="text-small text-quiet">
      <summary className="min-h-9 content-center">
        {what} {since !== undefined && read.length > 0 && sinceDay(dayText(since))}
      </summary>
      {left.length > 0 && <p className="pt-1">{rest(names(left))}</p>}
    </details>
  );
}

function names(some: SharedLimits["read"]): string {
  return some.map((category) => words.categories[category]).join(", ");
}
