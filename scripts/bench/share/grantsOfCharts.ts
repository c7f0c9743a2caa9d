import { type Address, createPublicClient, http } from "viem";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { openChart } from "#core/chart/openChart.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import { shareChart } from "#core/chart/shareChart.ts";
import { fillChain } from "../stack/fillChart.ts";
import type { MeasuredPerson, MeasuredWorld } from "../stack/startWorld.ts";

export type GrantOfChart = { records: number; gas: number; milliseconds: number };

/**
 * A first grant of each chart, through the gateway: the median of its gas, which differs by how many zeros a signature has,
 * and the best of its times, in turns.
 */
export async function grantsOfCharts(
  world: MeasuredWorld,
  sizes: readonly number[],
  { rounds = 5 }: { rounds?: number } = {},
): Promise<GrantOfChart[]> {
  const charts = [];
  for (const records of sizes) {
    const subject = world.person();
    await openChart({ holder: subject.paid });
    await fillChain(subject, records);
    charts.push({ records, subject, gas: [] as number[], milliseconds: [] as number[] });
  }
  for (let round = 0; round <= rounds; round++) {
    const grantee = world.person();
    await publishIdentity({ holder: grantee.paid });
    for (const { subject, gas, milliseconds } of charts) {
      const start = performance.now();
      await share(subject, grantee.address);
      milliseconds.push(performance.now() - start);
      gas.push(await gasOfGrant(world, subject.address, grantee.address));
    }
  }
  // The first round found everything cold.
  return charts.map(({ records, gas, milliseconds }) => {
    return { records, gas: median(gas.slice(1)), milliseconds: Math.min(...milliseconds.slice(1)) };
  });
}

function share(holder: MeasuredPerson, grantee: Address) {
  return shareChart({
    holder,
    grantee,
    about: { name: "Sample", birthDate: "1990-01-01" },
    read: ["labs", "summary"],
    contribute: [],
    purpose: "treatment",
    validUntil: Math.floor(Date.now() / 1000) + 30 * 86_400,
    history: "all",
  });
}

async function gasOfGrant({ stack }: MeasuredWorld, subject: Address, grantee: Address): Promise<number> {
  const client = createPublicClient({ transport: http(stack.chainUrl) });
  const [granted] = await client.getContractEvents({
    address: stack.deployment.contracts.ConsentRegistry,
    abi: contractAbis.ConsentRegistry,
    eventName: "Granted",
    args: { subject, grantee },
    fromBlock: 0n,
  });
  const { gasUsed } = await client.getTransactionReceipt({ hash: granted!.transactionHash });
  return Number(gasUsed);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
