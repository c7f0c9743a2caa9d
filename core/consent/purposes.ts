/** What a patient may share for: the code of HL7's v3-ActReason, and what a person is told. */
export const purposes = {
  treatment: { code: "TREAT", sentence: "It is for your treatment." },
  emergency: { code: "ETREAT", sentence: "It is for your treatment in an emergency." },
  family: { code: "FAMRQT", sentence: "It is so that somebody close to you can help." },
  "own-request": { code: "PATRQT", sentence: "It is at your own request." },
  research: { code: "HRESCH", sentence: "It is for health research." },
} as const;

export type Purpose = keyof typeof purposes;
