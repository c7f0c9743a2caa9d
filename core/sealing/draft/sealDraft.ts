import { concat } from "viem";
import { nonceSize, sealAead } from "../aead.ts";
import { keyedHash } from "../keyedHash.ts";
import { type RandomBytes, randomBytes } from "../randomBytes.ts";
import { sodium } from "../sodium.ts";
import { type Roots, newestRoot } from "../vault/roots.ts";
import { type DraftPlace, draftContext } from "./DraftPlace.ts";

export type SealDraftParameters = { roots: Roots; place: DraftPlace; content: Uint8Array; random?: RandomBytes };

/** What somebody has begun to type, as it may lie on a device: only the unlocked vault opens it, for this form alone. */
export function sealDraft({ roots, place, content, random = randomBytes }: SealDraftParameters): Uint8Array {
  const key = draftKey(newestRoot(roots).root, place);
  const nonce = random(nonceSize);
  const box = sealAead({ key, nonce, plaintext: content });
  sodium.memzero(key);
  return concat([nonce, box]);
}

export function draftKey(root: Uint8Array, place: DraftPlace): Uint8Array {
  return keyedHash(root, "ownchart/draft", draftContext(place));
}
