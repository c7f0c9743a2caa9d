import { inLocale } from "./inLocale.ts";

/** How somebody was seen, by HL7's code of it. */
export const encounterClassWords: Record<string, string> = inLocale({
  AMB: "Outpatient",
  EMER: "Emergency",
  FLD: "Where it happened",
  HH: "At home",
  IMP: "In hospital",
  ACUTE: "In hospital",
  NONAC: "In hospital",
  OBSENC: "Under observation",
  PRENC: "Before admission",
  SS: "Short stay",
  VR: "By telephone or video",
});
