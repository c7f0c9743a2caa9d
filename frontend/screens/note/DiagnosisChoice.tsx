import { useState } from "react";
import type { NotedDiagnosis } from "../../fhir/note/VisitNote.ts";
import type { NoteFaults } from "../../fhir/note/noteFaults.ts";
import { visitNoteWords } from "../../words/visitNoteWords.ts";
import { DiagnosisRows } from "./DiagnosisRows.tsx";
import { type ChosenDiagnosis, DiagnosisSearch } from "./DiagnosisSearch.tsx";

type DiagnosisChoiceProps = {
  diagnoses: NotedDiagnosis[];
  faults: NoteFaults;
  onChange: (diagnoses: NotedDiagnosis[]) => void;
};

/** The search, and what was chosen with it; each stands there once. */
export function DiagnosisChoice({ diagnoses, faults, onChange }: DiagnosisChoiceProps) {
  const [said, setSaid] = useState("");
  const { search, searchHint, diagnosisAdded, diagnosisThere } = visitNoteWords;
  const choose = ({ name, code }: ChosenDiagnosis) => {
    const isThere = diagnoses.some((it) => it.name.toLowerCase() === name.toLowerCase());
    setSaid(isThere ? diagnosisThere(name) : diagnosisAdded(name));
    if (!isThere) onChange([...diagnoses, { name, code, certainty: "confirmed", isOwn: code === "" }]);
  };
  return (
    <>
      <DiagnosisSearch label={search} hint={searchHint} onChoose={choose} />
      <p role="status" className="text-small text-quiet">
        {said}
      </p>
      <DiagnosisRows diagnoses={diagnoses} faults={faults} onChange={onChange} />
    </>
  );
}
