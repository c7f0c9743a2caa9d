import { type Address, type Hex, isAddressEqual } from "viem";
import { createTerms } from "../consent/createTerms.ts";
import type { Purpose } from "../consent/purposes.ts";
import { termsHash } from "../consent/termsHash.ts";
import { type Category, categoryNumber } from "../records/categories.ts";
import type { GrantContent } from "../sealing/grant/GrantContent.ts";
import { ChartError } from "./ChartError.ts";
import type { Holder } from "./Holder.ts";
import { currentChart } from "./currentChart.ts";
import { shareTerms } from "./shareTerms.ts";
import { takesSomethingAway } from "./takesSomethingAway.ts";
import { nextKeysOf, ownKeysOf } from "./ownKeys.ts";
import { epochsBetween } from "./epochsBetween.ts";
import { type NotRefreshed, refreshGrants } from "./refreshGrants.ts";
import { sealGrantFor } from "./sealGrantFor.ts";

export type ShareChartParameters = {
  holder: Holder;
  grantee: Address;
  granteeName?: string;
  about: GrantContent["about"];
  read: readonly Category[];
  contribute: readonly Category[];
  purpose: Purpose;
  /** In Unix seconds; the first second after the grant. */
  validUntil: number;
  /** All there is; what came since the keys last changed; or nothing of before, which changes the keys now. */
  history: "all" | "this-epoch" | "from-now";
  /** Keeps the sealed keys before anything is signed, so that an interruption after it loses nothing. */
  keepSealed?: (sealed: SealedShare) => Promise<void>;
  /** In Unix seconds. */
  now?: number;
};

/** The keys on their way to a grantee, whom nobody else can be. They count once the chain has a grant of these terms. */
export type SealedShare = { subject: Address; grantee: Address; epoch: number; termsHash: Hex; grant: Uint8Array };

/**
 * Gives somebody access to one's own chart, or changes what they have; taking something away changes the chart's keys. One
 * transaction, however many records there are. The keys follow once it is in a block; if that fails, sharing again is the
 * way on.
 */
export async function shareChart(parameters: ShareChartParameters): Promise<NotRefreshed> {
  const { holder, grantee, about, validUntil, history } = parameters;
  const { now = Math.floor(Date.now() / 1000) } = parameters;
  const { chain, grants } = holder.services;
  const subject = holder.address;
  if (isAddressEqual(grantee, subject)) throw new ChartError("OwnChart");

  const { chart } = await currentChart({ holder });
  const [read, contribute] = [parameters.read.map(categoryNumber), parameters.contribute.map(categoryNumber)];
  const isNarrower = await takesSomethingAway({ holder, chart, grantee, read });
  const next = isNarrower || history === "from-now" ? nextKeysOf({ holder, chart }) : undefined;
  const first = { all: 0, "this-epoch": chart.epoch, "from-now": chart.epoch + 1 }[history];
  const given = epochsBetween(first, chart.epoch).map((epoch) => ownKeysOf({ holder, chart, epoch }));
  const keys = next === undefined ? given : [...given, next];
  const terms = createTerms(shareTerms({ ...parameters, now }, { chainId: chain.chainId, chart }));
  const grant = await sealGrantFor({ holder, share: { grantee, read, contribute, terms, about }, keys });

  const termsHashOfGrant = termsHash(terms);
  const { epoch } = keys.at(-1)!;
  await parameters.keepSealed?.({ subject, grantee, epoch, termsHash: termsHashOfGrant, grant });

  await chain.grant({
    subject,
    grantee,
    read: read.length > 0,
    contribute: contribute.length > 0,
    validFrom: now - clockAllowance,
    validUntil,
    termsHash: termsHashOfGrant,
    epoch: chart.epoch,
    ...(next && { nextKeysetHash: next.hash }),
  });
  await grants.put({ subject, grantee, epoch, grant });
  return refreshGrants({ holder });
}

/** A chain's clock may lag behind ours; its past becomes its present, and what is given is to hold at once. */
const clockAllowance = 300;
