import { readFile } from "node:fs/promises";
import { createWalletClient, http } from "viem";
import { connect } from "#client/connect.ts";
import { parseDeployment } from "#core/chain/parseDeployment.ts";
import type { BrowserWorld } from "../../../test/browser/support/startApp.ts";
import { fillChart } from "../../bench/stack/fillChart.ts";
import { openSampleVault } from "../../seed/openSampleVault.ts";
import { type Patient, people } from "../../seed/people.ts";

export type FillSampleChartParameters = { world: BrowserWorld; person: Patient; count: number };

/** Fills a sample person's chart up to so many records, and answers with how many there are. */
export async function fillSampleChart({ world, person, count }: FillSampleChartParameters): Promise<number> {
  const { rpcUrl, gatewayUrl } = world;
  const file = new URL("../../../core/chain/deployments/31337.json", import.meta.url);
  const deployment = parseDeployment(JSON.parse(await readFile(file, "utf8")));
  const wallet = createWalletClient({ account: people.operator.account, transport: http(rpcUrl) });
  const connection = connect({
    rpcUrl,
    gatewayUrl,
    deployment,
    signer: person.account,
    pay: (transaction) => wallet.sendTransaction({ ...transaction, chain: null }),
  });
  const holder = await openSampleVault(person, connection);
  const recordsOf = async () => (await connection.services.chain.recordsOf(person.account.address)).length;
  await fillChart({ paid: holder }, count - (await recordsOf()));
  return recordsOf();
}
