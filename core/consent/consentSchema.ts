import * as v from "valibot";

const coding = v.looseObject({ system: v.string(), code: v.string() });
const concept = v.looseObject({ coding: v.array(coding) });
const person = v.looseObject({
  identifier: v.looseObject({ system: v.string(), value: v.string() }),
  display: v.exactOptional(v.string()),
});

/** What the root provision permits in general, an exception takes back for some categories. */
const exception = v.strictObject({ type: v.literal("deny"), action: v.array(concept), class: v.array(coding) });

/** Strict, because a rule that goes unread could narrow or widen the consent behind the reader's back. */
const provision = v.strictObject({
  type: v.literal("permit"),
  period: v.strictObject({ start: v.string(), end: v.string() }),
  actor: v.strictTuple([v.looseObject({ role: v.looseObject({}), reference: person })]),
  action: v.exactOptional(v.array(concept)),
  purpose: v.exactOptional(v.strictTuple([coding])),
  class: v.array(coding),
  dataPeriod: v.exactOptional(v.strictObject({ start: v.string() })),
  provision: v.exactOptional(v.array(exception)),
});

/** The part of a FHIR R4 Consent that Ownchart writes and reads. */
export const consentSchema = v.looseObject({
  resourceType: v.literal("Consent"),
  extension: v.array(v.looseObject({ url: v.string(), valueString: v.exactOptional(v.string()) })),
  // FHIR forbids to read on past a modifier that one does not know.
  modifierExtension: v.exactOptional(v.never()),
  status: v.literal("active"),
  scope: concept,
  category: v.array(concept),
  patient: person,
  dateTime: v.string(),
  policyRule: v.looseObject({ text: v.string() }),
  provision,
});

export type Consent = v.InferOutput<typeof consentSchema>;
