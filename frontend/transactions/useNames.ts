import type { Clinician, Share } from "../keeper/Keeper.ts";
import { rememberName } from "./names.ts";

/** Whatever a screen knows of names, cards and lists know from then on; what a board signed goes before what was typed. */
export function useNames(clinicians: Clinician[] = [], shares: Share[] = []): void {
  for (const { grantee, granteeName } of shares) if (granteeName !== undefined) rememberName(grantee, granteeName);
  for (const { address, name } of clinicians) rememberName(address, name);
}
