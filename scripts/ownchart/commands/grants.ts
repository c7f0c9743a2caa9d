import type { ChainGrant } from "#core/chart/ChartServices.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { currentChart } from "#core/chart/currentChart.ts";
import { newestGrant } from "#core/chart/newestGrant.ts";
import { parseTerms } from "#core/consent/parseTerms.ts";
import { command } from "../Command.ts";
import { dayOf } from "../output/dayOf.ts";
import { explainFailure } from "../output/explainFailure.ts";
import { shortHex } from "../shortHex.ts";

export const grants = command({
  name: "grants",
  summary: "who may see your chart, what of it, and until when",
  operands: [],
  description: "As the chain says it; names and categories from the grants, which only you and the grantee can open.",
  examples: ["grants --account 8"],
  options: {},
  async run(context) {
    const world = await context.world();
    const holder = await world.holder();
    const { chart } = await currentChart({ holder });
    const found = [];
    for (const onChain of await holder.services.chain.grantsOf(world.address)) {
      found.push({ ...plain(onChain), ...(await termsIn(holder, chart, onChain)) });
    }
    const columns = [
      { title: "who", isFlexible: true as const },
      { title: "reads", isFlexible: true as const },
    ];
    const table = [...columns, { title: "adds", isFlexible: true as const }, { title: "until" }];
    const rows = found.map((grant) => [
      `${grant.granteeName ?? ""} ${shortHex(grant.grantee)}`,
      grant.categories?.read.join(", ") ?? (grant.read ? "cannot be told" : ""),
      grant.categories?.contribute.join(", ") ?? (grant.contribute ? "cannot be told" : ""),
      dayOf(grant.validUntil - 1),
    ]);
    const text = rows.length === 0 ? ["Nobody but you can see your chart."] : context.table(table, rows);
    return { text, json: { grants: found } };
  },
});

function plain({ grantee, read, contribute, validFrom, validUntil, termsHash }: ChainGrant) {
  return { grantee: grantee.toLowerCase(), read, contribute, validFrom, validUntil, termsHash };
}

type Told = {
  granteeName?: string;
  categories?: { read: string[]; contribute: string[] };
  error?: { name: string; message: string };
};

/** A grant that was lost, or that cannot be opened, is in force all the same. */
async function termsIn(
  holder: Holder,
  chart: Parameters<typeof newestGrant>[0]["chart"],
  onChain: ChainGrant,
): Promise<Told> {
  try {
    const { opened } = await newestGrant({ holder, role: "subject", subject: holder.address, chart, onChain });
    const { read, contribute, granteeName } = parseTerms(opened.terms);
    return { ...(granteeName !== undefined && { granteeName }), categories: { read, contribute } };
  } catch (error) {
    return { error: explainFailure(error) };
  }
}
