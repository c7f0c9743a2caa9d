import { expect } from "vitest";
import type { SealingErrorName } from "#core/sealing/sealingErrorSentences.ts";

/** For `toThrow`: a refusal by this name, and where two checks refuse by one name, by this check. */
export function refusal(name: SealingErrorName, detail?: string): Error {
  return expect.objectContaining({ name, ...(detail !== undefined && { detail }) }) as Error;
}
