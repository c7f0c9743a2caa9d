import type { ReactNode } from "react";
import { categories } from "#core/records/categories.ts";
import { words } from "../../words/words.ts";
import { FilterChip } from "./FilterChip.tsx";

type CategoryFilterProps = {
  /** Numbers of the categories that there is something of. */
  there: number[];
  chosen: number | undefined;
  onChoose: (category: number | undefined) => void;
  children?: ReactNode;
};

export function CategoryFilter({ there, chosen, onChoose, children }: CategoryFilterProps) {
  return (
    <div role="group" aria-label={words.chart.filter} className="flex flex-wrap gap-2">
      <FilterChip isChosen={chosen === undefined} onToggle={() => onChoose(undefined)}>
        {words.chart.all}
      </FilterChip>
      {there.map((number) => (
        <FilterChip key={number} isChosen={chosen === number} onToggle={() => onChoose(number)}>
          {words.categories[categories[number]!]}
        </FilterChip>
      ))}
      {children}
    </div>
  );
}
