import { useState } from "react";
import { formatUnit } from "../../../fhir/format/formatUnit.ts";
import { localMoment } from "../../../fhir/write/localMoment.ts";
import { type MeasuredValue, pressureValues, singleMeasures } from "../../../fhir/write/measures.ts";
import { type TypedMeasurement, writeMeasurement } from "../../../fhir/write/writeMeasurement.ts";
import { ChoiceField } from "../../../ui/ChoiceField.tsx";
import { Field } from "../../../ui/Field.tsx";
import { words } from "../../../words/words.ts";
import type { HandFormEnds } from "./ByHandForm.tsx";
import { HandForm } from "./HandForm.tsx";
import { TypedLine } from "./TypedLine.tsx";

const { upper, lower } = pressureValues;
const longestNumber = 9;

/** What somebody has measured, and when. */
export function MeasurementForm(ends: HandFormEnds) {
  const [typed, setTyped] = useState<TypedMeasurement>(() => {
    return { measured: "pressure", value: "", lower: "", when: localMoment(new Date()) };
  });
  const { measured, value, when } = typed;
  const { kinds, measurement, noValue, noPressure } = words.byHand;
  const type = (changed: Partial<TypedMeasurement>) => setTyped({ ...typed, ...changed });
  const isPressure = measured === "pressure";
  const measure = isPressure ? upper : singleMeasures[measured];
  const unit = formatUnit(measure.unit);
  const told = `${isPressure ? `${value.trim()}/${typed.lower.trim()}` : value.trim()} ${unit}`;
  return (
    <HandForm
      {...ends}
      label={kinds.measurement}
      name={measurement.file(measurement.measures[measured], told)}
      noValue={isPressure ? noPressure(limits(upper), limits(lower), unit) : noValue(...limitsOf(measure), unit)}
      write={(now) => writeMeasurement(typed, now)}
    >
      <ChoiceField
        label={measurement.what}
        options={measurement.measures}
        chosen={measured}
        onChoose={(chosen) => type({ measured: chosen, value: "", lower: "" })}
        autoFocus
      />
      <Field
        label={measurement.when}
        type="datetime-local"
        max={localMoment(new Date())}
        value={when}
        onChange={({ target }) => type({ when: target.value })}
      />
      <TypedLine
        label={isPressure ? measurement.upper(unit) : measurement.value(unit)}
        inputMode="decimal"
        maxLength={longestNumber}
        value={value}
        onType={(text) => type({ value: text })}
      />
      {isPressure && (
        <TypedLine
          label={measurement.lower(unit)}
          inputMode="decimal"
          maxLength={longestNumber}
          value={typed.lower}
          onType={(text) => type({ lower: text })}
        />
      )}
    </HandForm>
  );
}

function limitsOf({ from, to }: MeasuredValue): [string, string] {
  return [from.toLocaleString(), to.toLocaleString()];
}

function limits(measure: MeasuredValue): string {
  return words.byHand.between(...limitsOf(measure));
}
