import { type Hex, bytesToHex } from "viem";
import { keyedHash } from "../keyedHash.ts";
import type { Roots } from "../vault/roots.ts";
import { type DraftPlace, draftContext } from "./DraftPlace.ts";

/** Under what a draft lies on a device: who sees it learns neither whose it is nor of which form. */
export function draftName(roots: Roots, place: DraftPlace): Hex {
  const [{ root }] = roots;
  return bytesToHex(keyedHash(root, "ownchart/draft-name", draftContext(place)));
}
