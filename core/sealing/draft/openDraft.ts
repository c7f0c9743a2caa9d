import { nonceSize, openAead } from "../aead.ts";
import { sodium } from "../sodium.ts";
import type { Roots } from "../vault/roots.ts";
import type { DraftPlace } from "./DraftPlace.ts";
import { draftKey } from "./sealDraft.ts";

export type OpenDraftParameters = { roots: Roots; place: DraftPlace; sealed: Uint8Array };

/** Undefined where it was sealed for another place, by another vault, or is damaged. */
export function openDraft({ roots, place, sealed }: OpenDraftParameters): Uint8Array | undefined {
  const [nonce, box] = [sealed.subarray(0, nonceSize), sealed.subarray(nonceSize)];
  for (const { root } of roots.toReversed()) {
    const key = draftKey(root, place);
    const content = openAead({ key, nonce, box });
    sodium.memzero(key);
    if (content !== undefined) return content;
  }
  return undefined;
}
