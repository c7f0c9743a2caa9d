import { useState } from "react";
import { type TypedAllergy, writeAllergy } from "../../../fhir/write/writeAllergy.ts";
import { ChoiceField } from "../../../ui/ChoiceField.tsx";
import { Field } from "../../../ui/Field.tsx";
import { words } from "../../../words/words.ts";
import type { HandFormEnds } from "./ByHandForm.tsx";
import { HandForm } from "./HandForm.tsx";
import { longestLine, longestName } from "./lengths.ts";

/** What somebody is allergic to, and what it does to them. */
export function AllergyForm(ends: HandFormEnds) {
  const [typed, setTyped] = useState<TypedAllergy>({ substance: "", reaction: "", severity: "", since: "" });
  const { kinds, allergy, since, sinceHint } = words.byHand;
  const type = (changed: Partial<TypedAllergy>) => setTyped({ ...typed, ...changed });
  return (
    <HandForm
      {...ends}
      label={kinds.allergy}
      name={allergy.file(typed.substance.trim())}
      write={(now) => writeAllergy(typed, now)}
    >
      <Field
        label={allergy.substance}
        autoFocus
        autoComplete="off"
        maxLength={longestName}
        value={typed.substance}
        onChange={({ target }) => type({ substance: target.value })}
      />
      <Field
        label={allergy.reaction}
        hint={allergy.reactionHint}
        autoComplete="off"
        maxLength={longestLine}
        value={typed.reaction}
        onChange={({ target }) => type({ reaction: target.value })}
      />
      <ChoiceField
        label={allergy.severity}
        options={allergy.severities}
        chosen={typed.severity}
        onChoose={(severity) => type({ severity })}
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
