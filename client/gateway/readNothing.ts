import type { Answer } from "./attempt.ts";
import { readAll } from "./readAll.ts";

/** Takes an answer whose success is all that counts, so that its connection can be used again. */
export async function readNothing(answer: Answer): Promise<void> {
  await readAll(answer, 65_536);
}
