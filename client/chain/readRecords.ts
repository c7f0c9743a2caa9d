import type { Address, Hex } from "viem";
import type { ChainRecord, RecordStatus } from "#core/chart/ChartServices.ts";
import type { ClientChain } from "./ClientChain.ts";
import { atOneBlock } from "./atOneBlock.ts";
import { timesOf } from "./timesOf.ts";

/**
 * Every record of a chart and where it stands, from events alone: the first time it grows with all that was published, later
 * with what came since. Only the subject and licensed contributors can add to it, each record at its price.
 */
export async function readRecords(chain: ClientChain, subject: Address): Promise<ChainRecord[]> {
  return atOneBlock(chain, async (head) => {
    const events = await chain.eventsOf({ contract: "RecordRegistry", who: subject, head });
    const published = events.filter((event) => event.eventName === "RecordPublished");
    const times = await timesOf(chain, published);
    const records = new Map<Hex, ChainRecord>();
    for (const event of events) {
      if (event.eventName === "RecordPublished") {
        const { capsule: capsuleHash, author } = event.args;
        const publishedAt = times.get(event.blockHash)!;
        records.set(capsuleHash, { capsuleHash, author, publishedAt, status: "current" });
      } else if (event.eventName in statusAfter) {
        const { capsule } = event.args as { capsule: Hex };
        const record = records.get(capsule);
        if (record) record.status = statusAfter[event.eventName as keyof typeof statusAfter];
      }
    }
    return [...records.values()];
  });
}

/** The contract lets each of these follow only on what it may follow on: the last one counts. */
const statusAfter = {
  RecordSuperseded: "superseded",
  RecordMarkedEnteredInError: "entered-in-error",
  RecordDisputed: "disputed",
} as const satisfies Record<string, RecordStatus>;
