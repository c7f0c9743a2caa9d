import { isAddressEqual } from "viem";
import type { Connection } from "#client/Connection.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { openChart } from "#core/chart/openChart.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import type { PlainRecord } from "#core/records/PlainRecord.ts";
import type { LicensedPerson, Patient, Person } from "./people.ts";
import { openSampleVault } from "./openSampleVault.ts";
import { publishSampleRecords } from "./publishSampleRecords.ts";
import { sampleRecords } from "./sampleRecords.ts";
import { type SampleShare, sampleShares } from "./sampleShares.ts";
import { shareSampleChart } from "./shareSampleChart.ts";

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

type SeedChartParameters = { patient: Patient; holderOf: (person: Person) => Promise<Holder>; now: number };

async function seedChart({ patient, holderOf, now }: SeedChartParameters): Promise<void> {
  const holder = await holderOf(patient);
  const { chain } = holder.services;
  if ((await chain.chartOf(holder.address)) === undefined) await openChart({ holder });

  const shares = sampleShares.find(({ patient: { account } }) => account.address === patient.account.address)?.shares;
  const left = new Set(sampleRecords({ patient, today: dayOf(now) }));
  for (const share of shares ?? []) {
    const theirs = [...left].filter((record) => isWrittenBy(share, record, now));
    for (const record of theirs) left.delete(record);
    await shareSampleChart({ holder, patient, share, grantee: await holderOf(share.with), records: theirs, now });
  }
  await publishSampleRecords({ author: holder, subject: holder.address, records: [...left] });
}

/** What came in the last two years; nobody brings a clinic's archive over. */
function isWrittenBy({ contribute }: SampleShare, { category, issued }: PlainRecord, now: number): boolean {
  return contribute.includes(category) && issued > new Date((now - 2 * 365 * 86_400) * 1000).toISOString();
}

function dayOf(now: number): string {
  return new Date(now * 1000).toISOString().slice(0, 10);
}
