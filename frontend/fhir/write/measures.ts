/** A value that can be typed: its code, its unit in UCUM, and between what a living person's is. */
export type MeasuredValue = { text: string; code: string; display: string; unit: string; from: number; to: number };

/** Between these a living person's values are, children and extremes included: beyond them is a slip of the finger. */
export const singleMeasures = {
  pulse: value({ text: "Heart rate", code: "8867-4", unit: "/min", from: 20, to: 300 }),
  breathing: value({ text: "Respiratory rate", code: "9279-1", unit: "/min", from: 3, to: 120 }),
  weight: value({ text: "Body weight", code: "29463-7", unit: "kg", from: 0.3, to: 650 }),
  height: value({ text: "Body height", code: "8302-2", unit: "cm", from: 20, to: 275 }),
  temperature: value({ text: "Body temperature", code: "8310-5", unit: "Cel", from: 25, to: 45 }),
  sugar: value({
    text: "Blood sugar",
    code: "2339-0",
    display: "Glucose [Mass/volume] in Blood",
    unit: "mg/dL",
    from: 10,
    to: 2000,
  }),
  oxygen: value({
    text: "Oxygen saturation",
    code: "59408-5",
    display: "Oxygen saturation by pulse oximetry",
    unit: "%",
    from: 30,
    to: 100,
  }),
};

export const pressure = {
  text: "Blood pressure",
  code: "85354-9",
  display: "Blood pressure panel with all children optional",
};

export const pressureValues = {
  upper: value({
    text: "Systolic",
    code: "8480-6",
    display: "Systolic blood pressure",
    unit: "mm[Hg]",
    from: 40,
    to: 320,
  }),
  lower: value({
    text: "Diastolic",
    code: "8462-4",
    display: "Diastolic blood pressure",
    unit: "mm[Hg]",
    from: 20,
    to: 220,
  }),
};

export type SingleMeasure = keyof typeof singleMeasures;
export type Measured = "pressure" | SingleMeasure;

function value(given: Omit<MeasuredValue, "display"> & { display?: string }): MeasuredValue {
  return { display: given.text, ...given };
}
