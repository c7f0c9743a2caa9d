/** The code systems that terms speak. */
export const consentCodes = {
  scope: { system: "http://terminology.hl7.org/CodeSystem/consentscope", code: "patient-privacy" },
  consentDocument: { system: "http://loinc.org", code: "59284-0" },
  recipient: { system: "http://terminology.hl7.org/CodeSystem/v3-ParticipationType", code: "IRCP" },
  access: { system: "http://terminology.hl7.org/CodeSystem/consentaction", code: "access" },
  collect: { system: "http://terminology.hl7.org/CodeSystem/consentaction", code: "collect" },
  purposeSystem: "http://terminology.hl7.org/CodeSystem/v3-ActReason",
  categorySystem: "urn:ownchart:category",
  identifierSystem: "urn:ietf:rfc:3986",
  saltUrl: "urn:ownchart:salt",
} as const;
