import type { ChainGrant } from "#core/chart/ChartServices.ts";
import { type CurrentChart, currentChart } from "#core/chart/currentChart.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { newestGrant } from "#core/chart/newestGrant.ts";
import { describeTerms } from "#core/consent/describeTerms.ts";
import { parseTerms } from "#core/consent/parseTerms.ts";
import type { Share } from "../Keeper.ts";

/** Whom one's own chart is shared with, as the chain says; names and categories are in the grants, which only two can open. */
export async function readShares(holder: Holder): Promise<Share[]> {
  const { chart } = await currentChart({ holder });
  const grants = await holder.services.chain.grantsOf(holder.address);
  return Promise.all(grants.map((onChain) => shareOf(holder, chart, onChain)));
}

/** A grant that was lost, or that cannot be opened, is in force all the same. */
async function shareOf(holder: Holder, chart: CurrentChart["chart"], onChain: ChainGrant): Promise<Share> {
  const { grantee, validFrom, validUntil } = onChain;
  const newest = await newestGrant({ holder, role: "subject", subject: holder.address, chart, onChain })
    .then(({ opened, epoch }) => ({ terms: parseTerms(opened.terms), epoch }))
    .catch(() => undefined);
  const terms = newest?.terms;
  return {
    grantee,
    validFrom,
    validUntil,
    granteeName: terms?.granteeName,
    read: terms?.read ?? [],
    contribute: terms?.contribute ?? [],
    sentences: terms && describeTerms(terms, { now: Math.floor(Date.now() / 1000) }),
    lacksNewKeys: newest?.epoch !== chart.epoch,
  };
}
