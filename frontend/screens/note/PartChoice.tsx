import { useMemo } from "react";
import type { Category } from "#core/records/categories.ts";
import { ChoiceField } from "../../ui/ChoiceField.tsx";
import type { VisitNote } from "../../fhir/note/VisitNote.ts";
import { visitNoteWords } from "../../words/visitNoteWords.ts";
import { words } from "../../words/words.ts";
import { sensitivePart } from "./sensitivePart.ts";

type PartChoiceProps = {
  note: VisitNote;
  writable: Category[];
  chosen: Category;
  onChoose: (category: Category) => void;
};

/** Who will be able to read the note: whoever the patient lets read that part. */
export function PartChoice({ note, writable, chosen, onChoose }: PartChoiceProps) {
  const { category, categoryHint, sensitive } = visitNoteWords;
  const options = Object.fromEntries(writable.map((it) => [it, words.categories[it]])) as Record<Category, string>;
  const part = useMemo(() => sensitivePart(note), [note]);
  return (
    <div className="flex max-w-xl flex-col gap-2">
      <ChoiceField label={category} options={options} chosen={chosen} onChoose={onChoose} />
      <p className="text-small text-quiet">{categoryHint}</p>
      {part !== undefined && part !== chosen && writable.includes(part) && (
        <p role="status" className="text-small font-medium text-clay">
          {sensitive(words.categories[part])}
        </p>
      )}
    </div>
  );
}
