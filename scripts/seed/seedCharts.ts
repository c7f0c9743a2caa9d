import { isAddressEqual } from "viem";
import type { Connection } from "#client/Connection.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { inParallel } from "#core/chart/inParallel.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import type { LicensedPerson, Patient, Person } from "./people.ts";
import { openSampleVault } from "./openSampleVault.ts";
import { seedChart } from "./seedChart.ts";

export type SeedChartsParameters = {
  connectionOf: (person: Person) => Connection;
  people: { licensed: readonly LicensedPerson[]; patients: readonly Patient[] };
  /** In Unix seconds, as the chain tells it. */
  now: number;
  /** Told in a few words what comes next. */
  onStep?: (step: string) => void;
};

/**
 * Gives the sample people vaults and keys, and the patients among them charts with records and shares. Called again it
 * goes on where it was interrupted. A chart that is complete is left alone, whatever its owner has done with it since.
 */
export async function seedCharts({ connectionOf, people, now, onStep }: SeedChartsParameters): Promise<void> {
  const holders = new Map<Person["account"]["address"], Promise<Holder>>();
  const holderOf = (person: Person) => {
    const { address } = person.account;
    const holder = holders.get(address) ?? openSampleVault(person, connectionOf(person));
    holders.set(address, holder);
    return holder;
  };

  const areComplete = await inParallel(people.patients, atATime, (it) => isComplete(it, connectionOf(it)));
  const unfinished = people.patients.filter((_, i) => !areComplete[i]);
  if (unfinished.length === 0) return;
  await inParallel([...people.licensed, ...people.patients], atATime, async (person) => {
    onStep?.(`Keys of ${person.name}`);
    await publishIdentity({ holder: await holderOf(person) });
  });
  await inParallel(unfinished, atATime, async (patient) => {
    onStep?.(`Chart of ${patient.name}`);
    await seedChart({ patient, holderOf, now });
  });
}

/** Their charts have nothing to do with each other, and most of the time each waits for a block. */
const atATime = 4;

/** What patients add themselves comes last, in one transaction. */
async function isComplete({ account: { address } }: Patient, { services }: Connection): Promise<boolean> {
  const records = await services.chain.recordsOf(address);
  return records.some(({ author }) => isAddressEqual(author, address));
}
