import { useState } from "react";
import { type TypedIllness, writeIllness } from "../../../fhir/write/writeIllness.ts";
import { Button } from "../../../ui/Button.tsx";
import { ChoiceField } from "../../../ui/ChoiceField.tsx";
import { words } from "../../../words/words.ts";
import { DiagnosisSearch } from "../../note/DiagnosisSearch.tsx";
import type { HandFormEnds } from "./ByHandForm.tsx";
import { HandForm } from "./HandForm.tsx";
import { SinceLine } from "./SinceLine.tsx";
import { TypedLine } from "./TypedLine.tsx";

/** What somebody had or has, found in the list of diagnoses or in their own words. */
export function IllnessForm(ends: HandFormEnds) {
  const [typed, setTyped] = useState<TypedIllness>({ name: "", code: "", since: "", is: "over", until: "" });
  const { kinds, illness } = words.byHand;
  const type = (changed: Partial<TypedIllness>) => setTyped({ ...typed, ...changed });
  return (
    <HandForm {...ends} label={kinds.illness} name={illness.file(typed.name)} write={(now) => writeIllness(typed, now)}>
      <div className="sm:col-span-2">
        {typed.name === "" ? (
          <DiagnosisSearch label={illness.name} hint={illness.nameHint} onChoose={type} autoFocus />
        ) : (
          <div role="status" className="flex flex-wrap items-center gap-3">
            <p className="font-semibold">{typed.name}</p>
            <Button kind="quiet" onClick={() => type({ name: "", code: "" })}>
              {illness.another}
            </Button>
          </div>
        )}
      </div>
      <SinceLine value={typed.since} onType={(text) => type({ since: text })} />
      <ChoiceField label={illness.is} options={illness.states} chosen={typed.is} onChoose={(is) => type({ is })} />
      {typed.is === "over" && (
        <TypedLine
          label={illness.until}
          hint={illness.untilHint}
          maxLength={10}
          value={typed.until}
          onType={(text) => type({ until: text })}
        />
      )}
    </HandForm>
  );
}
