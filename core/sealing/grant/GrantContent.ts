/** What a grant carries, sealed. */
export type GrantContent = {
  /** A FHIR R4 Consent, whose hash is on chain. */
  terms: object;
  /** Whose chart it is, for the grantee to compare with the person in the room. */
  about: { name: string; birthDate: string };
  /** Of every epoch that something is given for. */
  keysets: { epoch: number; bytes: Uint8Array }[];
  /** What may be added to without being read, in the current epoch. */
  keys: { category: number; publicKey: Uint8Array }[];
  /** What may be read. */
  seeds: { category: number; epoch: number; seed: Uint8Array }[];
};
