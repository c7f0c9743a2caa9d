import { useState } from "react";
import { type TypedMedicine, writeMedicine } from "../../../fhir/write/writeMedicine.ts";
import { Field } from "../../../ui/Field.tsx";
import { words } from "../../../words/words.ts";
import type { HandFormEnds } from "./ByHandForm.tsx";
import { HandForm } from "./HandForm.tsx";
import { longestLine, longestName } from "./lengths.ts";

/** What somebody takes, and how. */
export function MedicineForm(ends: HandFormEnds) {
  const [typed, setTyped] = useState<TypedMedicine>({ medicine: "", dosage: "", since: "" });
  const { kinds, medicine, since, sinceHint } = words.byHand;
  const type = (changed: Partial<TypedMedicine>) => setTyped({ ...typed, ...changed });
  return (
    <HandForm
      {...ends}
      label={kinds.medicine}
      name={medicine.file(typed.medicine.trim())}
      write={(now) => writeMedicine(typed, now)}
    >
      <Field
        label={medicine.medicine}
        hint={medicine.medicineHint}
        autoFocus
        autoComplete="off"
        maxLength={longestName}
        value={typed.medicine}
        onChange={({ target }) => type({ medicine: target.value })}
      />
      <Field
        label={medicine.dosage}
        hint={medicine.dosageHint}
        autoComplete="off"
        maxLength={longestLine}
        value={typed.dosage}
        onChange={({ target }) => type({ dosage: target.value })}
      />
      <Field
        label={since}
        hint={sinceHint}
        autoComplete="off"
        maxLength={10}
        value={typed.since}
        onChange={({ target }) => type({ since: target.value })}
      />
    </HandForm>
  );
}
