import { eraseRecord } from "#core/chart/eraseRecord.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { accessTo } from "../accessTo.ts";
import type { CorrectsChart } from "./CorrectsChart.ts";

export function createCorrecting(holder: () => Holder): CorrectsChart {
  return {
    async disputeRecord({ capsuleHash }) {
      const { address: subject, services } = holder();
      await services.chain.dispute({ subject, capsuleHash });
    },
    async markEnteredInError({ subject, capsuleHash }) {
      const { address: author, services } = holder();
      await services.chain.markEnteredInError({ author, subject, capsuleHash });
    },
    async replaceRecord({ subject, capsuleHash, record }) {
      const { supersedeRecord } = await import("#core/chart/supersedeRecord.ts");
      await supersedeRecord({ holder: holder(), access: await accessTo(holder(), subject), capsuleHash, record });
    },
    eraseRecord: async ({ capsuleHash }) => eraseRecord({ holder: holder(), capsuleHash }),
  };
}
