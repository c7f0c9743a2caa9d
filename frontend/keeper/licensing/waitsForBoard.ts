import type { BoardApplication, BoardProposalStory } from "./Licensing.ts";

/** Whether the board has something to do about it. */
export function waitsForBoard({ state, lacksCredential }: BoardApplication): boolean {
  return state === "sent" || state === "answered" || lacksCredential;
}

/** Whether a member who may act alone has something to decide. */
export function waitsForDecision({ state }: BoardProposalStory): boolean {
  return state === "waiting";
}
