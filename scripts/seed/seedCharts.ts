import { isAddressEqual } from "viem";
import type { Connection } from "#client/Connection.ts";
import type { Holder } from "#core/chart/Holder.ts";
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

  const unfinished: Patient[] = [];
  for (const patient of people.patients) {
    if (!(await isComplete(patient, connectionOf(patient)))) unfinished.push(patient);
  }
  if (unfinished.length === 0) return;
  for (const person of [...people.licensed, ...people.patients]) {
    onStep?.(`Keys of ${person.name}`);
    await publishIdentity({ holder: await holderOf(person) });
  }
  for (const patient of unfinished) {
    onStep?.(`Chart of ${patient.name}`);
    await seedChart({ patient, holderOf, now });
  }
}

/** What patients add themselves comes last, in one transaction. */
async function isComplete({ account: { address } }: Patient, { services }: Connection): Promise<boolean> {
  const records = await services.chain.recordsOf(address);
  return records.some(({ author }) => isAddressEqual(author, address));
}
