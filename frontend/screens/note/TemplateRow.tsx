import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { visitNoteWords } from "../../words/visitNoteWords.ts";
import { longestTemplateName, templateNameFault } from "./templateName.ts";

type TemplateRowProps = {
  name: string;
  /** Of all templates. */
  names: readonly string[];
  onUse: () => void;
  onRename: (name: string) => void;
  onRemove: () => void;
};

export function TemplateRow({ name, names, onUse, onRename, onRemove }: TemplateRowProps) {
  const [renamed, setRenamed] = useState<string>();
  const [fault, setFault] = useState<string>();
  const { use, useOf, rename, renameOf, newName, keepName, remove, removeOf } = visitNoteWords.templates;
  const keep = (typed: string) => {
    const others = names.filter((it) => it !== name);
    const found = templateNameFault(typed, others);
    setFault(found);
    if (found !== undefined) return;
    setRenamed(undefined);
    if (typed.trim() !== name) onRename(typed.trim());
  };
  return (
    <li className="flex flex-wrap items-end justify-between gap-3 border-t border-line py-3">
      {renamed === undefined ? (
        <p className="min-w-0 flex-1 basis-full self-center sm:basis-0">{name}</p>
      ) : (
        <Field
          label={newName(name)}
          className="min-w-0 flex-1"
          autoFocus
          autoComplete="off"
          maxLength={longestTemplateName}
          value={renamed}
          fault={fault}
          onChange={({ target }) => setRenamed(target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault(); // it does not send the note
            keep(renamed);
          }}
        />
      )}
      {renamed === undefined ? (
        <>
          <Button aria-label={useOf(name)} onClick={onUse}>
            {use}
          </Button>
          <Button kind="quiet" aria-label={renameOf(name)} onClick={() => setRenamed(name)}>
            {rename}
          </Button>
          <Button kind="quiet" aria-label={removeOf(name)} onClick={onRemove}>
            {remove}
          </Button>
        </>
      ) : (
        <Button onClick={() => keep(renamed)}>{keepName}</Button>
      )}
    </li>
  );
}
