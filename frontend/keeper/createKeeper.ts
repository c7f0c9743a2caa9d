import type { Address } from "viem";
import { readLicences } from "#client/chain/readLicences.ts";
import type { FullConnection } from "#client/connect.ts";
import { openChart } from "#core/chart/openChart.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import { refreshGrants } from "#core/chart/refreshGrants.ts";
import { revokeAccess } from "#core/chart/revokeAccess.ts";
import { revokeAllAccess } from "#core/chart/revokeAllAccess.ts";
import type { Activity, Keeper, Standing } from "./Keeper.ts";
import { createChartReader } from "./createChartReader.ts";
import { type CreateVaultKeeperParameters, createVaultKeeper } from "./createVaultKeeper.ts";
import { createRecordAdder } from "./adding/createRecordAdder.ts";
import { createChartTaker } from "./taking/createChartTaker.ts";
import { createDeskAnswering } from "./desk/createDeskAnswering.ts";
import { createDeskAsking } from "./desk/createDeskAsking.ts";
import { createDeviceAdmitting } from "./desk/createDeviceAdmitting.ts";
import { createDeviceJoining } from "./desk/createDeviceJoining.ts";
import type { DraftStore } from "./drafts/DraftStore.ts";
import { createDraftKeeper } from "./drafts/createDraftKeeper.ts";
import { describeShare } from "./describeShare.ts";
import { readClinicians } from "./readClinicians.ts";
import { readShares } from "./readShares.ts";
import { share } from "./share.ts";
import { catchUp } from "./sent/catchUp.ts";
import type { DeedFollower } from "./sent/createDeedFollower.ts";
import { readSharedWithMe } from "./readSharedWithMe.ts";
import { finishShares } from "./unfinishedShares.ts";

export type CreateKeeperParameters = CreateVaultKeeperParameters & {
  /** Of what goes through the connection. */
  follower: DeedFollower;
  draftStore: DraftStore;
};

/** One person's keys and what is done with them, from when the vault is unlocked until this is thrown away. */
export function createKeeper({ follower, draftStore, ...parameters }: CreateKeeperParameters): Keeper {
  const { address, connection } = parameters;
  const { deeds, dismissDeed, whilePreparing } = follower;
  const { keeper: vault, holder, take } = createVaultKeeper(parameters);
  const reader = createChartReader(holder);
  const adder = createRecordAdder(holder);
  const asking = createDeskAsking(holder, connection);
  const { throwAwaySent, ...drafts } = createDraftKeeper(holder, draftStore);
  follower.attend({
    onDone: (name) => catchUp(holder(), name),
    async onSigned(name) {
      if (name === "Grant") await throwAwaySent("share");
      if (name === "Publish") await throwAwaySent("add");
    },
  });

  return {
    ...vault,
    async unlock(way) {
      await vault.unlock(way);
      void finishShares(holder()).catch(() => {}); // tried again when the vault is opened next
      void follower.follow();
    },
    standing: () => standingOf(address, connection),
    join: () => publishIdentity({ holder: holder() }),
    openChart: () => openChart({ holder: holder() }),
    ...reader,
    ...adder,
    addRecords: (adding, told) => whilePreparing("Publish", () => adder.addRecords(adding, told)),
    ...createChartTaker(holder),
    deeds,
    dismissDeed,
    ...asking,
    async openDesk(wish) {
      const code = await asking.openDesk(wish);
      await throwAwaySent("ask");
      return code;
    },
    ...drafts,
    ...createDeskAnswering(holder, connection),
    ...createDeviceJoining({ connection, address, receive: take }),
    ...createDeviceAdmitting(holder, parameters),
    shares: () => readShares(holder()),
    describeShare: (wish) => describeShare(holder(), wish),
    share: (wish) => share(holder(), wish),
    endShare: async (grantee) => void (await revokeAccess({ holder: holder(), grantee })),
    sendNewKeys: async () => (await refreshGrants({ holder: holder() })).map(({ grantee }) => grantee),
    endAllShares: () => revokeAllAccess({ holder: holder() }),
    sharedWithMe: () => readSharedWithMe(holder(), connection),
    clinicians: () => readClinicians(connection),
    activity: () => activityOf(connection),
  };
}

async function standingOf(address: Address, { services, clientChain }: FullConnection): Promise<Standing> {
  const { chain } = services;
  const [chart, key, licences] = await Promise.all([
    chain.chartOf(address),
    chain.publishedKey(address),
    readLicences(clientChain, address),
  ]);
  return { hasChart: chart !== undefined, hasKey: key !== undefined, licences };
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
