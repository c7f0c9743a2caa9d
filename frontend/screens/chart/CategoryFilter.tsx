import { categories } from "#core/records/categories.ts";
import { words } from "../../words/words.ts";

type CategoryFilterProps = {
  /** Numbers of the categories that there is something of. */
  there: number[];
  chosen: number | undefined;
  onChoose: (category: number | undefined) => void;
};

const chip =
  "min-h-9 rounded-full border border-line px-3 text-small whitespace-nowrap hover:bg-well aria-pressed:border-accent aria-pressed:bg-accent-well aria-pressed:font-semibold";

export function CategoryFilter({ there, chosen, onChoose }: CategoryFilterProps) {
  return (
    <div role="group" aria-label={words.chart.filter} className="flex flex-wrap gap-2">
      <button type="button" aria-pressed={chosen === undefined} onClick={() => onChoose(undefined)} className={chip}>
        {words.chart.all}
      </button>
      {there.map((number) => (
        <button
          key={number}
          type="button"
          aria-pressed={chosen === number}
          onClick={() => onChoose(number)}
          className={chip}
        >
          {words.categories[categories[number]!]}
        </button>
      ))}
    </div>
  );
}
