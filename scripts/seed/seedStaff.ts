import { isAddressEqual } from "viem";
import { appointStaff } from "#client/chain/appointStaff.ts";
import { readStaff } from "#client/chain/readStaff.ts";
import type { FullConnection } from "#client/connect.ts";
import { addableCharts } from "#client/staff/addableCharts.ts";
import { handOutSheet } from "#client/staff/handOutSheet.ts";
import { readStaffSheet } from "#client/staff/readStaffSheet.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import { openSampleVault } from "./openSampleVault.ts";
import { type Person, clinicians, staff } from "./people.ts";

const quarter = 91 * 86_400;

export type SeedStaffParameters = {
  connectionOf: (person: Person) => FullConnection;
  /** In Unix seconds, as the chain tells it. */
  now: number;
};

/** Lets the sample hospital's clerk add for it, once charts let the hospital add; as far as that is not done already. */
export async function seedStaff({ connectionOf, now }: SeedStaffParameters): Promise<void> {
  const [clerk, hospital] = await Promise.all(
    [staff.clerk, clinicians.hospital].map(async (person) => {
      const connection = connectionOf(person);
      return { connection, holder: await openSampleVault(person, connection) };
    }),
  );
  const parties = { hospital: hospital!.holder.address, staff: clerk!.holder.address };
  await publishIdentity({ holder: clerk!.holder });
  const appointed = await readStaff(hospital!.connection.clientChain, parties.hospital);
  if (!appointed.some((it) => isAddressEqual(it.staff, parties.staff))) {
    await appointStaff(hospital!.connection.sending, { ...parties, validUntil: now + quarter });
  }
  if ((await readStaffSheet({ ...clerk!, hospital: parties.hospital })) !== undefined) return;
  const { charts } = await addableCharts(hospital!.holder, hospital!.connection);
  await handOutSheet({ ...hospital!, charts, staff: [parties.staff] });
}
