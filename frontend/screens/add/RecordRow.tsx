import type { Category } from "#core/records/categories.ts";
import { inputLook } from "../../ui/Field.tsx";
import { dayText } from "../../ui/dayText.ts";
import { words } from "../../words/words.ts";
import type { ChosenRecord } from "./recordsIn.ts";

type RecordRowProps = {
  chosen: ChosenRecord;
  writable: Category[];
  onCategory: (category: Category | undefined) => void;
};

/** A record that is going to be, and its kind. */
export function RecordRow({ chosen: { record, category, isThere }, writable, onCategory }: RecordRowProps) {
  const { title, issued } = record;
  const { kindOf, leaveOut, notWritable, isThereAlready } = words.adding;
  const isRefused = category === undefined && !writable.includes(record.category);
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-3">
      <div className="min-w-0 flex-1 basis-56">
        <p>{title}</p>
        <p className="text-small text-quiet">
          {dayText(Date.parse(issued) / 1000)}
          {isThere && `, ${isThereAlready}`}
        </p>
      </div>
      <select
        aria-label={kindOf(title)}
        value={category ?? ""}
        onChange={({ target: { value } }) => onCategory(value === "" ? undefined : (value as Category))}
        className={`${inputLook} sm:max-w-52`}
      >
        {writable.map((it) => (
          <option key={it} value={it}>
            {words.categories[it]}
          </option>
        ))}
        <option value="">{leaveOut}</option>
      </select>
      {isRefused && <p className="basis-full text-small text-clay">{notWritable(words.categories[record.category])}</p>}
    </li>
  );
}
