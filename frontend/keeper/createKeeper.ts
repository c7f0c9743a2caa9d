import type { Address } from "viem";
import { readWorkplaces } from "#client/chain/readStaff.ts";
import { readLicences } from "#client/chain/readLicences.ts";
import type { FullConnection } from "#client/connect.ts";
import { openChart } from "#core/chart/openChart.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import type { Activity, Keeper, Standing } from "./Keeper.ts";
import { createChartReader } from "./createChartReader.ts";
import { type CreateVaultKeeperParameters, createVaultKeeper } from "./createVaultKeeper.ts";
import { createRecordAdder } from "./adding/createRecordAdder.ts";
import { createCorrecting } from "./correcting/createCorrecting.ts";
import { createNoticeKeeper } from "./notices/createNoticeKeeper.ts";
import { createChartTaker } from "./taking/createChartTaker.ts";
import type { Desks } from "./desk/createDesks.ts";
import { licensingMethods } from "./licensing/licensingMethods.ts";
import { methodsWhenUsed } from "./methodsWhenUsed.ts";
import type { DraftStore } from "./drafts/DraftStore.ts";
import { createDraftKeeper } from "./drafts/createDraftKeeper.ts";
import type { DeedFollower } from "./sent/createDeedFollower.ts";
import { readSharedWithMe } from "./readSharedWithMe.ts";
import type { VisitStore } from "./visits/VisitStore.ts";
import { createVisits } from "./visits/createVisits.ts";
import type { KeepsTemplates } from "./templates/KeepsTemplates.ts";
import type { AddsInBatches } from "./batch/AddsInBatches.ts";
import type { KeepsStaff } from "./staff/KeepsStaff.ts";
import type { SharesChart } from "./sharing/SharesChart.ts";

export type CreateKeeperParameters = CreateVaultKeeperParameters & {
  /** Of what goes through the connection. */
  follower: DeedFollower;
  draftStore: DraftStore;
  visitStore: VisitStore;
};

/** One person's keys and what is done with them, from when the vault is unlocked until this is thrown away. */
export function createKeeper({ follower, draftStore, visitStore, ...parameters }: CreateKeeperParameters): Keeper {
  const { address, connection } = parameters;
  const { deeds, dismissDeed, whilePreparing } = follower;
  const { keeper: vault, holder, take } = createVaultKeeper(parameters);
  const visits = createVisits(holder, visitStore);
  const reader = createChartReader(holder, visits);
  const notices = createNoticeKeeper(holder, visits, visitStore);
  const adder = createRecordAdder(holder);
  const desks = methodsWhenUsed<Desks>(
    async () => (await import("./desk/createDesks.ts")).createDesks({ ...parameters, holder, receive: take }),
    deskMethods,
  );
  const { finishShares, ...sharing } = methodsWhenUsed<SharesChart>(
    async () => (await import("./sharing/createSharing.ts")).createSharing(holder, connection),
    sharingMethods,
  );
  const templates = methodsWhenUsed<KeepsTemplates>(async () => {
    const [{ createTemplates }, { createTemplateStore }] = await Promise.all([
      import("./templates/createTemplates.ts"),
      import("./templates/createTemplateStore.ts"),
    ]);
    return createTemplates(holder, createTemplateStore());
  }, templateMethods);
  const staff = methodsWhenUsed<KeepsStaff>(
    async () =>
      (await import("./staff/createStaffKeeper.ts")).createStaffKeeper({ holder, connection, store: visitStore }),
    staffMethods,
  );
  const batches = methodsWhenUsed<AddsInBatches>(
    async () =>
      (await import("./batch/createBatchAdder.ts")).createBatchAdder({ holder, connection, store: visitStore }),
    batchMethods,
  );
  const { throwAwaySent, ...drafts } = createDraftKeeper(holder, draftStore);
  const correcting = createCorrecting(holder);
  /** What is signed next has come from this form, so that no other draft goes with it. */
  let sentForm = filesForm;
  follower.attend({
    onDone: async (name) => (await import("./sent/catchUp.ts")).catchUp(holder(), name),
    async onSigned(name) {
      if (name === "Grant") await throwAwaySent("share");
      if (name === "Publish" || name === "Supersede") await throwAwaySent(sentForm);
    },
  });

  return {
    ...vault,
    async unlock(way) {
      await vault.unlock(way);
      void finishShares().catch(() => {}); // tried again when the vault is opened next
      void follower.follow();
    },
    standing: () => standingOf(address, connection),
    join: () => publishIdentity({ holder: holder() }),
    openChart: () => openChart({ holder: holder() }),
    ...reader,
    ...adder,
    addRecords(adding, told) {
      sentForm = adding.form ?? filesForm;
      return whilePreparing("Publish", () => adder.addRecords(adding, told));
    },
    ...correcting,
    replaceRecord(replacing) {
      sentForm = replacing.form;
      return whilePreparing("Supersede", () => correcting.replaceRecord(replacing));
    },
    ...createChartTaker(holder),
    deeds,
    dismissDeed,
    ...desks,
    async openDesk(wish) {
      const code = await desks.openDesk(wish);
      await throwAwaySent("ask");
      return code;
    },
    ...drafts,
    ...notices,
    async hasMail() {
      const { createInbox } = await import("#client/gateway/createInbox.ts");
      return (await createInbox(connection.gateway).list({ owner: address })).messages.length > 0;
    },
    ...templates,
    ...staff,
    ...batches,
    addBatch(batch, told) {
      sentForm = noForm;
      return batches.addBatch(batch, told);
    },
    ...sharing,
    sharedWithMe: () => readSharedWithMe(holder(), connection),
    activity: () => activityOf(connection),
    ...licensingMethods(holder, connection),
  };
}

/** How the forms begin in which files are chosen. */
const filesForm = "add";
/** A batch is begun from files alone. */
const noForm = "batch";

const sharingMethods: Record<keyof SharesChart, true> = {
  shares: true,
  describeShare: true,
  share: true,
  finishShares: true,
  endShare: true,
  endAllShares: true,
  sendNewKeys: true,
  clinicians: true,
};

const templateMethods: Record<keyof KeepsTemplates, true> = {
  noteTemplates: true,
  keepNoteTemplate: true,
  removeNoteTemplate: true,
};

const staffMethods: Record<keyof KeepsStaff, true> = {
  staff: true,
  canReceiveKeys: true,
  appointStaff: true,
  withdrawStaff: true,
  handOutKeys: true,
};

const batchMethods: Record<keyof AddsInBatches, true> = {
  workplaces: true,
  batchCharts: true,
  readForBatch: true,
  knownInBatch: true,
  addBatch: true,
  cancelBatch: true,
  batchReport: true,
  throwAwayBatchReport: true,
};

const deskMethods: Record<keyof Desks, true> = {
  openDesk: true,
  renewDesk: true,
  deskAnswer: true,
  deskShare: true,
  leaveDesk: true,
  answerDesk: true,
  enterDigits: true,
  openJoining: true,
  joiningAnswer: true,
  joiningArrival: true,
  leaveJoining: true,
  answerDevice: true,
  admitDevice: true,
  refuseDevice: true,
};

async function standingOf(address: Address, { services, clientChain }: FullConnection): Promise<Standing> {
  const { chain } = services;
  const [chart, key, licences, appointments] = await Promise.all([
    chain.chartOf(address),
    chain.publishedKey(address),
    readLicences(clientChain, address),
    readWorkplaces(clientChain, address),
  ]);
  const worksFor = appointments.map(({ hospital, validUntil }) => ({ hospital, validUntil }));
  return { hasChart: chart !== undefined, hasKey: key !== undefined, licences, worksFor };
}

async function activityOf({ accessLog }: FullConnection): Promise<Activity> {
  const { log, anchored } = await accessLog.read();
  const entries = log.entries.map(({ count, at, to, capsules }) => ({
    at,
    to,
    capsules: [...capsules],
    isAnchored: count <= anchored,
  }));
  return { entries: entries.toReversed() };
}
