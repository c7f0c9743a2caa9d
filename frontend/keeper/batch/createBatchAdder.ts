import { type Address, isAddressEqual } from "viem";
import { readLicences } from "#client/chain/readLicences.ts";
import { hospitalKind, readWorkplaces } from "#client/chain/readStaff.ts";
import type { FullConnection } from "#client/connect.ts";
import { readCredential } from "#client/readCredential.ts";
import { addableCharts } from "#client/staff/addableCharts.ts";
import { chartStates } from "#client/staff/chartStates.ts";
import { readStaffSheet } from "#client/staff/readStaffSheet.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { inParallel } from "#core/chart/inParallel.ts";
import { categories } from "#core/records/categories.ts";
import type { StaffChart } from "#core/sealing/staff/StaffSheet.ts";
import { KeeperError } from "../KeeperError.ts";
import { createNotes } from "../staff/createNotes.ts";
import type { VisitStore } from "../visits/VisitStore.ts";
import type { AddsInBatches, BatchReport } from "./AddsInBatches.ts";
import { type BatchJournal, type JournalEntry, journalForm } from "./BatchJournal.ts";
import { readBatchFile } from "./readBatchFile.ts";
import { runBatch } from "./runBatch.ts";

export type CreateBatchAdderParameters = { holder: () => Holder; connection: FullConnection; store: VisitStore };

export function createBatchAdder({ holder, connection, store }: CreateBatchAdderParameters): AddsInBatches {
  const entries = createNotes<JournalEntry>(holder, store);
  const reports = createNotes<BatchReport | null>(holder, store);
  const journal: BatchJournal = {
    read: (place) => entries.read(journalForm(place)),
    write: (place, entry) => entries.write(journalForm(place), entry),
  };
  const chartsOf = new Map<string, StaffChart[]>();
  let cancelling: AbortController | undefined;
  const { clientChain: chain, gateway } = connection;

  const isOwn = (hospital: Address) => isAddressEqual(hospital, holder().address);

  async function nameOf(hospital: Address): Promise<string | undefined> {
    const asked = { chain, gateway, holder: hospital, kind: hospitalKind };
    return readCredential(asked).then(
      (credential) => credential?.name,
      () => undefined,
    );
  }

  async function loadCharts(hospital: Address) {
    const sheet = isOwn(hospital) ? undefined : await readStaffSheet({ holder: holder(), connection, hospital });
    const charts = isOwn(hospital) ? (await addableCharts(holder(), connection)).charts : (sheet?.charts ?? []);
    chartsOf.set(hospital.toLowerCase(), charts);
    return { charts, handedOutAt: sheet?.at };
  }

  return {
    async workplaces() {
      const { address } = holder();
      const [licences, appointments] = await Promise.all([
        readLicences(chain, address),
        readWorkplaces(chain, address),
      ]);
      const isHospital = licences.some(({ kind, isInForce }) => kind === hospitalKind && isInForce);
      const own = isHospital ? [{ hospital: address, validUntil: undefined }] : [];
      return Promise.all(
        [...own, ...appointments].map(async ({ hospital, validUntil }) => {
          return { hospital, validUntil, name: await nameOf(hospital) };
        }),
      );
    },

    async batchCharts(hospital) {
      try {
        const { charts, handedOutAt } = await loadCharts(hospital);
        const states = await chartStates(chain, { hospital, charts });
        const shown = charts.map(({ subject, about, keys }, place) => {
          const writable = keys.map(({ category }) => categories[category]!);
          return { subject, about, writable, state: states[place]! };
        });
        const hasNone = !isOwn(hospital) && handedOutAt === undefined;
        return { charts: shown, handedOutAt, refusal: hasNone ? "StaffSheetMissing" : undefined };
      } catch (error) {
        if ((error as Error).name !== "StaffSheetNotSigned") throw error;
        return { charts: [], handedOutAt: undefined, refusal: "StaffSheetNotSigned" };
      }
    },

    readForBatch: readBatchFile,

    knownInBatch: (hospital, files) =>
      inParallel(files, atATime, async (file) => (await journal.read({ hospital, ...file }))?.isDone ?? false),

    async addBatch(batch, told) {
      cancelling?.abort();
      const { signal } = (cancelling = new AbortController());
      const { hospital } = batch;
      const charts = chartsOf.get(hospital.toLowerCase()) ?? (await loadCharts(hospital)).charts;
      const keep = (report: BatchReport) => reports.write(reportForm(hospital), report);
      return runBatch({ holder: holder(), connection, journal, batch, charts, told, keep, signal });
    },
    cancelBatch: async () => cancelling?.abort(new KeeperError("AddingCancelled")),

    batchReport: async (hospital) => (await reports.read(reportForm(hospital))) ?? undefined,
    throwAwayBatchReport: (hospital) => reports.write(reportForm(hospital), null),
  };
}

const atATime = 16;

const reportForm = (hospital: Address) => `batch-report/${hospital.toLowerCase()}`;
