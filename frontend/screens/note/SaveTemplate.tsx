import { useState } from "react";
import type { NoteTemplate } from "../../keeper/templates/KeepsTemplates.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { visitNoteWords } from "../../words/visitNoteWords.ts";
import { type NoteTemplateContent, isEmptyTemplate } from "./noteTemplate.ts";
import { longestTemplateName, templateNameFault } from "./templateName.ts";

type SaveTemplateProps = {
  content: NoteTemplateContent;
  names: readonly string[];
  onSave: (template: NoteTemplate) => void;
};

/** Makes a template of the note as it stands, with a word on what goes into it. */
export function SaveTemplate({ content, names, onSave }: SaveTemplateProps) {
  const [name, setName] = useState("");
  const [fault, setFault] = useState<string>();
  const { name: label, save: action, caution, nothing } = visitNoteWords.templates;
  const save = () => {
    const found = isEmptyTemplate(content) ? nothing : templateNameFault(name, names);
    setFault(found);
    if (found !== undefined) return;
    setName("");
    onSave({ name: name.trim(), content });
  };
  return (
    <div className="flex flex-wrap items-start gap-3 border-t border-line pt-4">
      <Field
        label={label}
        hint={caution}
        className="min-w-0 flex-1 basis-72"
        autoComplete="off"
        maxLength={longestTemplateName}
        value={name}
        fault={fault}
        onChange={({ target }) => setName(target.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault(); // it does not send the note
          save();
        }}
      />
      <Button className="sm:mt-8" onClick={save}>
        {action}
      </Button>
    </div>
  );
}
