import { consentMutants } from "./consentMutants.ts";
import { keysAuditSigningMutants } from "./keysAuditSigningMutants.ts";
import { licenceMutants } from "./licenceMutants.ts";
import { recordsMutants } from "./recordsMutants.ts";
import { staffMutants } from "./staffMutants.ts";

/** A small change to a contract that must turn a test red: in this file, this text, which stands there once, becomes that. */
export type Mutant = { file: string; rule: string; from: string; to: string };
export type MutantRow = [file: string, rule: string, from: string, to: string];

const rows = [...consentMutants, ...recordsMutants, ...licenceMutants, ...staffMutants, ...keysAuditSigningMutants];

export const mutants: Mutant[] = rows.map(([file, rule, from, to]) => ({ file, rule, from, to }));
