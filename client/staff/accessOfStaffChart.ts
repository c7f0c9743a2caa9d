import type { Access } from "#core/chart/Access.ts";
import { keyringOf } from "#core/sealing/keyring.ts";
import type { StaffChart } from "#core/sealing/staff/StaffSheet.ts";

/** What can be done with a chart whose public keys alone one has: adding. */
export function accessOfStaffChart({ subject, epoch, keyset, keys }: StaffChart): Access {
  return {
    subject,
    epoch,
    keyset,
    keyring: keyringOf([]),
    keyIds: [],
    writingKey: (category) => keys.find((it) => it.category === category)?.publicKey,
  };
}
