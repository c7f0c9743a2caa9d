import type { Hex } from "viem";
import type { Fact } from "../fhir/tell/Told.ts";
import type { GlanceKind } from "./glanceKinds.ts";

/** Something that a summary may tell, from one record. */
export type GlanceItem = {
  kind: GlanceKind;
  name: string;
  marks: readonly string[];
  /** What goes with the name: a dosing, a reaction, since when. */
  facts: readonly Fact[];
  /** Whether it holds now, by its author's word. */
  isInForce: boolean;
  /** By which the newest word about the same is found. */
  at: string;
  record: Hex;
};
