import type { VisitNote } from "../../fhir/note/VisitNote.ts";
import type { NoteFaults } from "../../fhir/note/noteFaults.ts";
import { localMoment } from "../../fhir/write/localMoment.ts";
import { Field } from "../../ui/Field.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { TitledPanel } from "../../ui/TitledPanel.tsx";
import { visitNoteWords } from "../../words/visitNoteWords.ts";
import { DiagnosisChoice } from "./DiagnosisChoice.tsx";
import { VitalFields } from "./VitalFields.tsx";

type NoteFieldsProps = { note: VisitNote; faults: NoteFaults; onChange: (changed: Partial<VisitNote>) => void };

/** A title holds so much. */
const longestLine = 120;
const longestText = 20_000;

/** What is written about a visit, in the order in which one goes. */
export function NoteFields({ note, faults, onChange }: NoteFieldsProps) {
  const { reason, findings, vitals, diagnoses, plan, followUpOn, followUp, when } = note;
  const words = visitNoteWords;
  const sentence = (name: "when" | "followUpOn") => {
    const fault = faults[name];
    return fault === undefined || fault === "NoValue" ? undefined : words.faults[fault];
  };
  return (
    <>
      <TitledPanel title={words.visit}>
        <div className="grid items-start gap-4 sm:grid-cols-[16rem_1fr]">
          <Field
            label={words.when}
            type="datetime-local"
            max={localMoment(new Date())}
            value={when}
            fault={sentence("when")}
            onChange={({ target }) => onChange({ when: target.value })}
          />
          <Field
            label={words.reason}
            hint={words.reasonHint}
            autoComplete="off"
            autoFocus
            maxLength={longestLine}
            value={reason}
            onChange={({ target }) => onChange({ reason: target.value })}
          />
          <TextField
            label={words.findings}
            className="sm:col-span-2"
            rows={4}
            maxLength={longestText}
            value={findings}
            onType={(text) => onChange({ findings: text })}
          />
        </div>
      </TitledPanel>
      <TitledPanel title={words.vitals}>
        <VitalFields
          typed={vitals}
          faults={faults}
          onType={(vital, text) => onChange({ vitals: { ...vitals, [vital]: text } })}
        />
      </TitledPanel>
      <TitledPanel title={words.diagnoses}>
        <div className="flex flex-col gap-4">
          <DiagnosisChoice diagnoses={diagnoses} faults={faults} onChange={(all) => onChange({ diagnoses: all })} />
        </div>
      </TitledPanel>
      <TitledPanel title={words.next}>
        <div className="grid items-start gap-4 sm:grid-cols-[16rem_1fr]">
          <TextField
            label={words.plan}
            hint={words.planHint}
            className="sm:col-span-2"
            rows={3}
            maxLength={longestText}
            value={plan}
            onType={(text) => onChange({ plan: text })}
          />
          <Field
            label={words.followUpOn}
            type="date"
            min={when.slice(0, 10)}
            value={followUpOn}
            fault={sentence("followUpOn")}
            onChange={({ target }) => onChange({ followUpOn: target.value })}
          />
          <Field
            label={words.followUp}
            hint={words.followUpHint}
            autoComplete="off"
            maxLength={500}
            value={followUp}
            onChange={({ target }) => onChange({ followUp: target.value })}
          />
        </div>
      </TitledPanel>
    </>
  );
}
