import type { CID } from "multiformats/cid";
import { mostBlockBytes } from "../dag/mostBlockBytes.ts";
import { type Way, askGateway } from "./askGateway.ts";
import { requireItsCid } from "./requireItsCid.ts";
import { withRetries } from "./withRetries.ts";

/** One block, whose bytes are those of its CID; undefined where the gateway says that it has it not. */
export function getBlock(way: Way, cid: CID): Promise<Uint8Array | undefined> {
  return withRetries(way, async () => {
    const answer = await askGateway(way, { cid, format: "raw" });
    if (answer === undefined) return undefined;
    try {
      const block = await answer.takeAll(mostBlockBytes);
      await requireItsCid(block, cid);
      return block;
    } finally {
      answer.close();
    }
  });
}
