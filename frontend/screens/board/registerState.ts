import type { RegisterEntry } from "../../keeper/licensing/Licensing.ts";
import { dayText } from "../../ui/dayText.ts";
import { licensingWords } from "../../words/licensingWords.ts";

export type RegisterState = "active" | "ended" | "suspended" | "revoked";

/** How a licence stands now: one whose time is over is none that counts. */
export function stateOf({ status, validUntil }: RegisterEntry, now = Date.now() / 1000): RegisterState {
  return status === "active" && validUntil <= now ? "ended" : status;
}

export function stateText(entry: RegisterEntry, now = Date.now() / 1000): string {
  const state = stateOf(entry, now);
  if (state === "ended") return licensingWords.ended;
  return state === "active" && entry.validFrom > now
    ? licensingWords.notBegun(dayText(entry.validFrom))
    : licensingWords.statuses[state];
}

export type RegisterFilter = { text: string; kind: string; state: string };

/** By whatever a clerk may have at hand: a name, a number, an address, or a part of one. */
export function matchesFilter(entry: RegisterEntry, { text, kind, state }: RegisterFilter, now?: number): boolean {
  const sought = text.trim().toLowerCase();
  const { name = "", speciality = "", number = "", holder } = entry;
  const isFound = [name, speciality, number, holder].some((it) => it.toLowerCase().includes(sought));
  return isFound && (kind === "" || String(entry.kind) === kind) && (state === "" || stateOf(entry, now) === state);
}
