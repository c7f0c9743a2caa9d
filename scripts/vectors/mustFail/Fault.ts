import type { SealingErrorName } from "#core/sealing/sealingErrorSentences.ts";

/** Something that must be refused, and by which name. What else it says depends on its kind. */
export type Fault = {
  what: string;
  kind: "capsule" | "body" | "keyset" | "grant" | "vault" | "desk";
  expect: SealingErrorName;
  [input: string]: unknown;
};

export type CapsuleFault = Fault & { capsule: Uint8Array };
export type BodyFault = Fault & { body: Uint8Array };
