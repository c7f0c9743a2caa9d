import { useId } from "react";
import { formatUnit } from "../../fhir/format/formatUnit.ts";
import { type TypedVitals, type Vital, vitalMeasures, vitals } from "../../fhir/note/VisitNote.ts";
import type { NoteFault, NoteFaults } from "../../fhir/note/noteFaults.ts";
import { Fault, inputLook } from "../../ui/Field.tsx";
import { visitNoteWords } from "../../words/visitNoteWords.ts";

type VitalFieldsProps = { typed: TypedVitals; faults: NoteFaults; onType: (vital: Vital, text: string) => void };

const longestNumber = 9;

/** What is measured at a visit: a row of small fields on a desk, and below it what is wrong with one. */
export function VitalFields({ typed, faults, onType }: VitalFieldsProps) {
  const id = useId();
  return (
    <>
      <div className="grid grid-cols-1 items-end gap-3 sm:grid-cols-4 lg:grid-cols-8">
        {vitals.map((vital) => {
          const [short, name] = visitNoteWords.vital[vital];
          const unit = formatUnit(vitalMeasures[vital].unit);
          return (
            <div key={vital} className="flex min-w-0 flex-col gap-1">
              <label htmlFor={`${id}-${vital}`}>
                <span className="font-semibold">{short}</span>{" "}
                <span className="text-small whitespace-nowrap text-quiet lg:block">{unit}</span>
              </label>
              <input
                id={`${id}-${vital}`}
                aria-label={visitNoteWords.vitalOf(name, unit)}
                inputMode="decimal"
                autoComplete="off"
                maxLength={longestNumber}
                value={typed[vital]}
                aria-invalid={faults[vital] !== undefined || undefined}
                aria-describedby={faults[vital] === undefined ? undefined : `${id}-${vital}-fault`}
                onChange={({ target }) => onType(vital, target.value)}
                className={inputLook}
              />
            </div>
          );
        })}
      </div>
      <div className="empty:hidden pt-2">
        {vitals.map((vital) => (
          <Fault key={vital} id={`${id}-${vital}-fault`}>
            {sentenceOf(vital, faults[vital])}
          </Fault>
        ))}
      </div>
    </>
  );
}

function sentenceOf(vital: Vital, fault: NoteFault | undefined): string | undefined {
  if (fault === undefined) return undefined;
  const [, name] = visitNoteWords.vital[vital];
  const { from, to, unit } = vitalMeasures[vital];
  const { noValue, faults, faultOf } = visitNoteWords;
  if (fault !== "NoValue") return faultOf(name, faults[fault]);
  return faultOf(name, noValue(from.toLocaleString(), to.toLocaleString(), formatUnit(unit)));
}
