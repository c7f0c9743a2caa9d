import type { Certainty, NotedDiagnosis } from "../../fhir/note/VisitNote.ts";
import type { NoteFaults } from "../../fhir/note/noteFaults.ts";
import { Button } from "../../ui/Button.tsx";
import { Field, inputLook } from "../../ui/Field.tsx";
import { visitNoteWords } from "../../words/visitNoteWords.ts";

type DiagnosisRowsProps = {
  diagnoses: NotedDiagnosis[];
  faults: NoteFaults;
  onChange: (diagnoses: NotedDiagnosis[]) => void;
};

/** What was diagnosed, the chief one first, and how sure it is. */
export function DiagnosisRows({ diagnoses, faults, onChange }: DiagnosisRowsProps) {
  if (diagnoses.length === 0) return <p className="text-quiet">{visitNoteWords.noDiagnoses}</p>;
  const without = (one: NotedDiagnosis) => diagnoses.filter((it) => it !== one);
  return (
    <ol className="flex flex-col">
      {diagnoses.map((one, place) => (
        <li key={one.name} className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line py-3">
          <DiagnosisRow
            diagnosis={one}
            isChief={place === 0}
            fault={faults[`code${place}`] && visitNoteWords.faults.NoCode}
            onChange={(changed) => onChange(diagnoses.map((it) => (it === one ? changed : it)))}
            onFirst={() => onChange([one, ...without(one)])}
            onRemove={() => onChange(without(one))}
          />
        </li>
      ))}
    </ol>
  );
}

type DiagnosisRowProps = {
  diagnosis: NotedDiagnosis;
  isChief: boolean;
  fault: string | undefined;
  onChange: (diagnosis: NotedDiagnosis) => void;
  onFirst: () => void;
  onRemove: () => void;
};

function DiagnosisRow({ diagnosis, isChief, fault, onChange, onFirst, onRemove }: DiagnosisRowProps) {
  const { name, code, certainty, isOwn } = diagnosis;
  const { chief, makeChief, makeChiefOf, remove, removeOf, certainties, certainty: sure } = visitNoteWords;
  return (
    <>
      <div className="min-w-0 flex-1 basis-56">
        <p>
          <span className="font-semibold">{name}</span> {!isOwn && <span className="text-quiet">{code}</span>}
        </p>
        {isChief && <p className="text-small text-quiet">{chief}</p>}
      </div>
      {isOwn && (
        <Field
          label={visitNoteWords.code}
          aria-label={visitNoteWords.codeOf(name)}
          className="sm:max-w-56"
          autoComplete="off"
          maxLength={8}
          value={code}
          fault={fault}
          onChange={({ target }) => onChange({ ...diagnosis, code: target.value })}
        />
      )}
      <select
        aria-label={sure(name)}
        value={certainty}
        onChange={({ target }) => onChange({ ...diagnosis, certainty: target.value as Certainty })}
        className={`${inputLook} sm:max-w-40`}
      >
        {Object.entries(certainties).map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
      {!isChief && (
        <Button kind="quiet" aria-label={makeChiefOf(name)} onClick={onFirst}>
          {makeChief}
        </Button>
      )}
      <Button kind="quiet" aria-label={removeOf(name)} onClick={onRemove}>
        {remove}
      </Button>
    </>
  );
}
