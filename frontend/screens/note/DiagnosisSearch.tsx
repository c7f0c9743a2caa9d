import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import type { FoundDiagnosis } from "../../diagnoses/createDiagnosisSearch.ts";
import { typedText } from "../../fhir/write/typedText.ts";
import { inputLook } from "../../ui/Field.tsx";
import { diagnosesQuery } from "../../queries/diagnoses.ts";
import { visitNoteWords } from "../../words/visitNoteWords.ts";

export type ChosenDiagnosis = { name: string; code: string };

type DiagnosisSearchProps = {
  label: string;
  hint?: string;
  onChoose: (chosen: ChosenDiagnosis) => void;
  autoFocus?: boolean;
};

const longestName = 100;

/** Finds a diagnosis while somebody types: arrows go through what fits, Enter takes it, Escape closes the list. */
export function DiagnosisSearch({ label, hint, onChoose, autoFocus = false }: DiagnosisSearchProps) {
  const id = useId();
  const [typed, setTyped] = useState("");
  const [active, setActive] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const { data: search } = useQuery(diagnosesQuery);
  const { loadingList, found: foundText } = visitNoteWords;
  const own = typedText(typed);
  const options = own === undefined || search === undefined ? [] : optionsOf(search(typed), own);
  const isShown = isOpen && options.length > 0;
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (!isShown) return;
    list.current?.scrollIntoView({ block: "nearest" }); // on a phone the field may be at the very end of what is seen
    list.current?.children[active]?.scrollIntoView({ block: "nearest" });
  }, [isShown, active]);
  const choose = ({ name, code }: Option) => {
    onChoose({ name, code });
    setTyped("");
    setOpen(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (event.key === "Enter") {
      event.preventDefault(); // it does not send the note
      if (isShown) choose(options[active]!);
    } else if (event.key === "Escape" && isOpen) {
      event.preventDefault();
      setOpen(false);
    } else if (step !== undefined && options.length > 0) {
      event.preventDefault();
      if (isShown) setActive((active + step + options.length) % options.length);
      else setOpen(true);
    }
  };
  return (
    <div className="relative flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      <input
        id={id}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isShown}
        aria-controls={`${id}-list`}
        aria-activedescendant={isShown ? `${id}-${active}` : undefined}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        autoComplete="off"
        autoFocus={autoFocus}
        maxLength={longestName}
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setOpen(false)}
        className={inputLook}
      />
      {hint !== undefined && (
        <p id={`${id}-hint`} className="text-small text-quiet">
          {hint}
        </p>
      )}
      <p role="status" className={search === undefined && own !== undefined ? "text-small text-quiet" : "sr-only"}>
        {search === undefined && own !== undefined && loadingList}
        {isShown && foundText(options.length - 1)}
      </p>
      <ul
        ref={list}
        id={`${id}-list`}
        role="listbox"
        aria-label={visitNoteWords.fitting}
        hidden={!isShown}
        className="absolute top-20 z-20 max-h-96 w-full overflow-y-auto rounded-field border border-line bg-surface p-1 shadow-dialog"
      >
        {options.map((option, place) => (
          <li
            key={option.key}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === active}
            onPointerDown={(event) => event.preventDefault()} // the field keeps the focus
            onClick={() => choose(option)}
            className="flex min-h-11 cursor-pointer flex-wrap items-baseline gap-x-3 rounded-field px-3 py-2 hover:bg-well aria-selected:bg-accent-well"
          >
            {option.text}
            {option.aside !== undefined && <span className="text-small text-quiet">{option.aside}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

type Option = ChosenDiagnosis & { key: string; text: string; aside?: string };

/** What was found, and at the end what was typed as it is. */
function optionsOf(found: FoundDiagnosis[], own: string): Option[] {
  const { also: alsoText, ownWords } = visitNoteWords;
  const known = found.map(({ code, title, also }): Option => {
    const aside = also === undefined ? code : `${code}, ${alsoText(also)}`;
    return { key: code, name: title, code, text: title, aside };
  });
  return [...known, { key: "own", name: own, code: "", text: ownWords(own) }];
}
