import { IpfsError } from "../IpfsError.ts";
import type { Way } from "./askGateway.ts";

/** Does it again, a few times, where an answer failed to come or to end. Wrong bytes are no accident and end it at once. */
export async function withRetries<Result>(
  { patience, signal }: Pick<Way, "patience" | "signal">,
  attempt: () => Promise<Result>,
): Promise<Result> {
  for (const wait of patience.retryAfter) {
    try {
      return await attempt();
    } catch (error) {
      signal?.throwIfAborted();
      if (!(error instanceof IpfsError) || !passing.has(error.name)) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return attempt();
}

const passing: ReadonlySet<string> = new Set(["IpfsUnreachable", "IpfsAnswerBroken"]);
