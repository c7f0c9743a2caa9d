import { isAddressEqual } from "viem";
import type { Holder } from "#core/chart/Holder.ts";
import type { NotRefreshed } from "#core/chart/refreshGrants.ts";
import { revokeAccess } from "#core/chart/revokeAccess.ts";
import { shareChart } from "#core/chart/shareChart.ts";
import type { PlainRecord } from "#core/records/PlainRecord.ts";
import type { Patient } from "./people.ts";
import { publishSampleRecords } from "./publishSampleRecords.ts";
import type { SampleShare } from "./sampleShares.ts";

export type ShareSampleChartParameters = {
  holder: Holder;
  patient: Patient;
  share: SampleShare;
  grantee: Holder;
  /** What the grantee adds. */
  records: readonly PlainRecord[];
  now: number;
};

/** One share as planned: given, used, and where so planned ended; as far as that is not done already. */
export async function shareSampleChart(parameters: ShareSampleChartParameters): Promise<void> {
  const { holder, share, grantee, records } = parameters;
  const { chain, grants } = holder.services;
  const subject = holder.address;
  const given = await chain.grantsOf(subject);
  const isInForce = given.some((grant) => isAddressEqual(grant.grantee, grantee.address));
  // Keys change in these charts by the one revocation, or by a share that was interrupted and is still in force.
  const isOver = share.isRevoked === true && !isInForce && (await chain.chartOf(subject))!.epoch > 0;
  if (isOver) return;
  const stored = await grants.list({ subject, grantee: grantee.address });
  if (!isInForce || stored.length === 0) requireRefreshed(await shareChart(termsOf(parameters)));
  await publishSampleRecords({ author: grantee, subject, records });
  if (share.isRevoked) requireRefreshed(await revokeAccess({ holder, grantee: grantee.address }));
}

function termsOf({ holder, patient, share, grantee, now }: ShareSampleChartParameters) {
  const { read, contribute, purpose, days } = share;
  return {
    holder,
    grantee: grantee.address,
    granteeName: share.with.name,
    about: { name: patient.name, birthDate: patient.birthDate },
    read,
    contribute,
    purpose,
    validUntil: now + days * 86_400,
    history: "all" as const,
    now,
  };
}

function requireRefreshed(notRefreshed: NotRefreshed): void {
  const [first] = notRefreshed;
  if (first !== undefined) throw first.cause;
}
