import type { Standing } from "../fhir/measure/standingOf.ts";
import type { KeyedMeasurement } from "../fhir/trend/measurementsOf.ts";

/** Where on a page of trends something stands. */
export type ResultKind = "vitals" | "laboratory" | "other";

/** What a timeline and a page of trends need to know of one observation. */
export type Result = {
  name: string;
  kind: ResultKind;
  /** How it stands, where its author judged it or gave a range. */
  standing: Standing | undefined;
  measurements: KeyedMeasurement[];
};

/** What was found in a record, or why the record cannot be had. `glance` is the FHIR of it that a summary tells of. */
export type RecordResults = { results: Result[]; glance: string | undefined } | { refusal: string };
