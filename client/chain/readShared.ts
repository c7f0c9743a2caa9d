import type { Address } from "viem";
import type { SharedChart } from "../Connection.ts";
import type { ClientChain } from "./ClientChain.ts";
import { atOneBlock } from "./atOneBlock.ts";
import { mostAtOnce } from "./createClientChain.ts";
import { pagesOf } from "./pagesOf.ts";
import { readChartState } from "./readChart.ts";
import { readGrantState } from "./readGrants.ts";

/**
 * The charts in which somebody has a grant that is in force or still to begin, those granted last first. Anybody can grant
 * to anybody, so only the newest thousand that were not ended are looked at, for two questions each.
 */
export async function readShared(chain: ClientChain, grantee: Address): Promise<SharedChart[]> {
  return atOneBlock(chain, async (head) => {
    const granted = new Set<Address>();
    for (const event of await chain.eventsOf({ contract: "ConsentRegistry", who: grantee, as: "second", head })) {
      if (event.eventName !== "Granted" && event.eventName !== "Revoked") continue;
      granted.delete(event.args.subject);
      if (event.eventName === "Granted") granted.add(event.args.subject);
    }
    const now = Math.max(head.time, chain.now());
    const charts: SharedChart[] = [];
    for (const page of pagesOf([...granted].toReversed().slice(0, mostCandidates), mostAtOnce / 2)) {
      const found = await Promise.all(page.map((subject) => sharedAt({ chain, subject, grantee, at: head.number })));
      for (const chart of found) {
        if (chart === undefined || chart.validUntil <= now) continue;
        charts.push({ ...chart, isInForce: chart.validFrom <= now });
      }
    }
    return charts;
  });
}

type Place = { chain: ClientChain; subject: Address; grantee: Address; at: bigint };

async function sharedAt(place: Place): Promise<Omit<SharedChart, "isInForce"> | undefined> {
  const { chain, subject, at } = place;
  const [grant, chart] = await Promise.all([readGrantState(place), readChartState(chain, subject, at)]);
  const { generation, validFrom, validUntil, read, contribute } = grant;
  if (generation !== chart.generation) return undefined;
  return { subject, read, contribute, validFrom, validUntil };
}

const mostCandidates = 1000;
