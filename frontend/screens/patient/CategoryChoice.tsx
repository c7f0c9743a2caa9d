import { type Category, categories } from "#core/records/categories.ts";
import { words } from "../../words/words.ts";

type CategoryChoiceProps = {
  chosen: Category[];
  onChoose: (chosen: Category[]) => void;
  legend?: string;
  hint?: string;
};

export function CategoryChoice({ chosen, onChoose, legend, hint }: CategoryChoiceProps) {
  const toggled = (category: Category) =>
    categories.filter((it) => (it === category ? !chosen.includes(it) : chosen.includes(it)));
  return (
    <fieldset>
      <legend className="font-semibold">{legend ?? words.sharing.new.what}</legend>
      <p className="pb-2 text-small text-quiet">{hint ?? words.sharing.new.sensitive}</p>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {categories.map((category) => (
          <label key={category} className="flex min-h-10 items-center gap-3">
            <input
              type="checkbox"
              className="size-5 shrink-0 accent-accent"
              checked={chosen.includes(category)}
              onChange={() => onChoose(toggled(category))}
            />
            {words.categories[category]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
