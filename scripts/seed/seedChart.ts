import { openChart } from "#core/chart/openChart.ts";
import type { Holder } from "#core/chart/Holder.ts";
import type { PlainRecord } from "#core/records/PlainRecord.ts";
import type { Patient, Person } from "./people.ts";
import { publishSampleRecords } from "./publishSampleRecords.ts";
import { sampleRecords } from "./sampleRecords.ts";
import { type SampleShare, sampleShares } from "./sampleShares.ts";
import { shareSampleChart } from "./shareSampleChart.ts";

export type SeedChartParameters = { patient: Patient; holderOf: (person: Person) => Promise<Holder>; now: number };

/** A chart with all that is in it and all who may see it, as far as that is not there already. */
export async function seedChart({ patient, holderOf, now }: SeedChartParameters): Promise<void> {
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
