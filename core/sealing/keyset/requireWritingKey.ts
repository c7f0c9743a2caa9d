import { SealingError } from "../SealingError.ts";
import { keyIdOf } from "../keyIdOf.ts";
import { suites } from "../suites.ts";
import type { Keyset } from "./openKeyset.ts";

export type WritingKeyParameters = { keyset: Keyset; category: number; publicKey: Uint8Array };

/** Refuses to seal under a key that is not in the chart's current keyset, so that nothing lands under keys of the past. */
export function requireWritingKey({ keyset, category, publicKey }: WritingKeyParameters): void {
  if (publicKey.length !== suites[keyset.suite].publicKeySize)
    throw new SealingError("StaleKeyset", "suite of the key");
  if (keyIdOf(publicKey) !== keyset.keyIds[category]) throw new SealingError("StaleKeyset", "the key is not in it");
}
