import type { FullConnection } from "#client/connect.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { refreshGrants } from "#core/chart/refreshGrants.ts";
import { revokeAccess } from "#core/chart/revokeAccess.ts";
import { revokeAllAccess } from "#core/chart/revokeAllAccess.ts";
import type { SharesChart } from "./SharesChart.ts";
import { describeShare } from "./describeShare.ts";
import { readClinicians } from "./readClinicians.ts";
import { readShares } from "./readShares.ts";
import { share } from "./share.ts";
import { finishShares } from "./unfinishedShares.ts";

export function createSharing(holder: () => Holder, connection: FullConnection): SharesChart {
  return {
    shares: async () => readShares(holder()),
    describeShare: async (wish) => describeShare(holder(), wish),
    share: async (wish) => share(holder(), wish),
    finishShares: async () => finishShares(holder()),
    endShare: async (grantee) => void (await revokeAccess({ holder: holder(), grantee })),
    endAllShares: async () => revokeAllAccess({ holder: holder() }),
    sendNewKeys: async () => (await refreshGrants({ holder: holder() })).map(({ grantee }) => grantee),
    clinicians: () => readClinicians(connection),
  };
}
