import { useState } from "react";
import { type TypedMedicine, writeMedicine } from "../../../fhir/write/writeMedicine.ts";
import { words } from "../../../words/words.ts";
import type { HandFormEnds } from "./ByHandForm.tsx";
import { HandForm } from "./HandForm.tsx";
import { SinceLine } from "./SinceLine.tsx";
import { TypedLine } from "./TypedLine.tsx";
import { longestLine, longestName } from "./lengths.ts";

/** What somebody takes, and how. */
export function MedicineForm(ends: HandFormEnds) {
  const [typed, setTyped] = useState<TypedMedicine>({ medicine: "", dosage: "", since: "" });
  const { kinds, medicine } = words.byHand;
  const type = (changed: Partial<TypedMedicine>) => setTyped({ ...typed, ...changed });
  return (
    <HandForm
      {...ends}
      label={kinds.medicine}
      name={medicine.file(typed.medicine.trim())}
      write={(now) => writeMedicine(typed, now)}
    >
      <TypedLine
        label={medicine.medicine}
        hint={medicine.medicineHint}
        autoFocus
        maxLength={longestName}
        value={typed.medicine}
        onType={(text) => type({ medicine: text })}
      />
      <TypedLine
        label={medicine.dosage}
        hint={medicine.dosageHint}
        maxLength={longestLine}
        value={typed.dosage}
        onType={(text) => type({ dosage: text })}
      />
      <SinceLine value={typed.since} onType={(text) => type({ since: text })} />
    </HandForm>
  );
}
