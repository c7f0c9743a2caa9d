import { session } from "./session.ts";

/** Whoever has come in, with their keeper: for screens that are shown to nobody else. */
export function useMe() {
  const current = session.use();
  if (current.stage !== "open") throw new Error("Nobody has come in.");
  return current;
}
