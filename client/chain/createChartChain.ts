import type { ChartChain } from "#core/chart/ChartServices.ts";
import { chartErrorOf } from "./chartErrorOf.ts";
import { dispute } from "./dispute.ts";
import { grant } from "./grant.ts";
import { markEnteredInError } from "./markEnteredInError.ts";
import { openChart } from "./openChart.ts";
import { publish } from "./publish.ts";
import { publishKey } from "./publishKey.ts";
import { readChart } from "./readChart.ts";
import { readGrants } from "./readGrants.ts";
import { readPublishedKey } from "./readPublishedKey.ts";
import { readRecords } from "./readRecords.ts";
import { revoke } from "./revoke.ts";
import { revokeAll } from "./revokeAll.ts";
import { rotate } from "./rotate.ts";
import type { Sending } from "./sendChange.ts";
import { supersede } from "./supersede.ts";

/** What charts live on, on a real chain: read from one's own node, and signed for. */
export function createChartChain(sending: Sending): ChartChain {
  const { chain } = sending;
  const { chainId, contracts } = chain.deployment;
  return {
    chainId,
    consentRegistry: contracts.ConsentRegistry,
    recordRegistry: contracts.RecordRegistry,
    chartOf: (subject) => named(readChart(chain, subject)),
    grantsOf: (subject) => named(readGrants(chain, subject)),
    recordsOf: (subject) => named(readRecords(chain, subject)),
    publishedKey: (owner) => named(readPublishedKey(chain, owner)),
    publishKey: (key) => named(publishKey(sending, key)),
    openChart: (opening) => named(openChart(sending, opening)),
    grant: (signed) => named(grant(sending, signed)),
    revoke: (revocation) => named(revoke(sending, revocation)),
    revokeAll: (revocation) => named(revokeAll(sending, revocation)),
    rotate: (rotation) => named(rotate(sending, rotation)),
    publish: (records) => named(publish(sending, records)),
    supersede: (correction) => named(supersede(sending, correction)),
    dispute: (record) => named(dispute(sending, record)),
    markEnteredInError: (record) => named(markEnteredInError(sending, record)),
  };
}

async function named<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    throw chartErrorOf(error);
  }
}
