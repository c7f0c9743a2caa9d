import { useState } from "react";
import { type TypedAllergy, writeAllergy } from "../../../fhir/write/writeAllergy.ts";
import { ChoiceField } from "../../../ui/ChoiceField.tsx";
import { words } from "../../../words/words.ts";
import type { HandFormEnds } from "./ByHandForm.tsx";
import { HandForm } from "./HandForm.tsx";
import { SinceLine } from "./SinceLine.tsx";
import { TypedLine } from "./TypedLine.tsx";
import { longestLine, longestName } from "./lengths.ts";

/** What somebody is allergic to, and what it does to them. */
export function AllergyForm(ends: HandFormEnds) {
  const [typed, setTyped] = useState<TypedAllergy>({ substance: "", reaction: "", severity: "", since: "" });
  const { kinds, allergy } = words.byHand;
  const type = (changed: Partial<TypedAllergy>) => setTyped({ ...typed, ...changed });
  return (
    <HandForm
      {...ends}
      label={kinds.allergy}
      name={allergy.file(typed.substance.trim())}
      write={(now) => writeAllergy(typed, now)}
    >
      <TypedLine
        label={allergy.substance}
        autoFocus
        maxLength={longestName}
        value={typed.substance}
        onType={(text) => type({ substance: text })}
      />
      <TypedLine
        label={allergy.reaction}
        hint={allergy.reactionHint}
        maxLength={longestLine}
        value={typed.reaction}
        onType={(text) => type({ reaction: text })}
      />
      <ChoiceField
        label={allergy.severity}
        options={allergy.severities}
        chosen={typed.severity}
        onChoose={(severity) => type({ severity })}
      />
      <SinceLine value={typed.since} onType={(text) => type({ since: text })} />
    </HandForm>
  );
}
