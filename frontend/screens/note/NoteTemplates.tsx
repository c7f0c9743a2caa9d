import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { VisitNote } from "../../fhir/note/VisitNote.ts";
import type { NoteTemplate } from "../../keeper/templates/KeepsTemplates.ts";
import { templatesKey, templatesQuery } from "../../queries/templates.ts";
import { useMe } from "../../session/useMe.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { visitNoteWords } from "../../words/visitNoteWords.ts";
import { SaveTemplate } from "./SaveTemplate.tsx";
import { TemplateRow } from "./TemplateRow.tsx";
import { beginWith, templateOf } from "./noteTemplate.ts";

type NoteTemplatesProps = { note: VisitNote; onBegin: (note: VisitNote) => void };

/** Templates of one's own: to begin with, to rename, to delete, and to make one of the note as it stands. */
export function NoteTemplates({ note, onBegin }: NoteTemplatesProps) {
  const me = useMe();
  const queryClient = useQueryClient();
  const { data: templates = [], error } = useQuery(templatesQuery(me));
  const [said, setSaid] = useState("");
  const words = visitNoteWords.templates;
  const changing = useMutation({
    mutationFn: async ({ change }: { change: () => Promise<void>; sentence: string }) => change(),
    async onSuccess(_, { sentence }) {
      setSaid(sentence);
      await queryClient.invalidateQueries({ queryKey: templatesKey });
    },
  });
  const { keeper } = me;
  const names = templates.map(({ name }) => name);
  const rename = ({ name: before, content }: NoteTemplate, name: string) =>
    changing.mutate({
      async change() {
        await keeper.keepNoteTemplate({ name, content });
        await keeper.removeNoteTemplate(before);
      },
      sentence: words.saved(name),
    });
  return (
    <Panel>
      <details>
        <summary className="font-semibold text-accent">{words.title}</summary>
        <p className="pt-2 text-small text-quiet">{words.lead}</p>
        <ErrorNotice error={error ?? changing.error} />
        <ul className="pt-3">
          {templates.map((template) => (
            <TemplateRow
              key={template.name}
              name={template.name}
              names={names}
              onUse={() => {
                onBegin(beginWith(note, template.content));
                setSaid(words.used(template.name));
              }}
              onRename={(name) => rename(template, name)}
              onRemove={() =>
                changing.mutate({
                  change: () => keeper.removeNoteTemplate(template.name),
                  sentence: words.removed(template.name),
                })
              }
            />
          ))}
        </ul>
        {templates.length === 0 && <p className="pb-3 text-quiet">{words.none}</p>}
        <SaveTemplate
          content={templateOf(note)}
          names={names}
          onSave={(template) =>
            changing.mutate({
              change: () => keeper.keepNoteTemplate(template),
              sentence: words.saved(template.name),
            })
          }
        />
        <p role="status" className="pt-2 text-small text-quiet">
          {said}
        </p>
      </details>
    </Panel>
  );
}
