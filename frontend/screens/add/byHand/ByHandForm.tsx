import type { ComponentType } from "react";
import type { words } from "../../../words/words.ts";
import { AllergyForm } from "./AllergyForm.tsx";
import { IllnessForm } from "./IllnessForm.tsx";
import { MeasurementForm } from "./MeasurementForm.tsx";
import { MedicineForm } from "./MedicineForm.tsx";

export type HandKind = keyof typeof words.byHand.kinds;

export type HandFormEnds = { onWritten: (file: File) => void; onCancel: () => void };

const forms: Record<HandKind, ComponentType<HandFormEnds>> = {
  allergy: AllergyForm,
  medicine: MedicineForm,
  measurement: MeasurementForm,
  illness: IllnessForm,
};

/** The form for one kind of thing. */
export function ByHandForm({ kind, ...ends }: HandFormEnds & { kind: HandKind }) {
  const Form = forms[kind];
  return <Form {...ends} />;
}
