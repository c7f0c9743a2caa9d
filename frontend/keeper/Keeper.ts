import type { Address, Hex } from "viem";
import type { ShareChartParameters } from "#core/chart/shareChart.ts";
import type { Category } from "#core/records/categories.ts";
import type { RecordStatus } from "#core/chart/ChartServices.ts";
import type { Entry } from "#core/records/entry.ts";
import type { SlotKind } from "#core/sealing/vault/Vault.ts";
import type { RecordResults } from "../results/Result.ts";
import type { AddsInBatches } from "./batch/AddsInBatches.ts";
import type { KeepsStaff } from "./staff/KeepsStaff.ts";
import type { AddsRecords } from "./adding/AddsRecords.ts";
import type { CorrectsChart } from "./correcting/CorrectsChart.ts";
import type { TakesAlong } from "./taking/TakesAlong.ts";
import type { AnswersAtDesk, AsksAtDesk } from "./desk/AtDesk.ts";
import type { AdmitsDevices, JoinsAtDesk } from "./desk/AtDeviceDesk.ts";
import type { KeepsNotices } from "./notices/KeepsNotices.ts";
import type { KeepsDrafts } from "./drafts/KeepsDrafts.ts";
import type { KeepsTemplates } from "./templates/KeepsTemplates.ts";
import type { FollowsDeeds } from "./sent/Deed.ts";
import type { ActsForBoard, AppliesForLicence, KnowsSeats } from "./licensing/Licensing.ts";
import type { SharesChart } from "./sharing/SharesChart.ts";

/**
 * What the worker that keeps the keys does for the page. Keys never come out of it: the page gets what is to be shown, and
 * ending the worker ends them. Everything here survives being sent from one to the other.
 */
export type Keeper = VaultKeeper &
  Charts &
  Omit<SharesChart, "finishShares"> &
  AddsRecords &
  KeepsStaff &
  AddsInBatches &
  CorrectsChart &
  TakesAlong &
  AsksAtDesk &
  AnswersAtDesk &
  JoinsAtDesk &
  AdmitsDevices &
  FollowsDeeds &
  KeepsDrafts &
  KeepsNotices &
  KeepsTemplates &
  KnowsSeats &
  AppliesForLicence &
  ActsForBoard;

type Charts = {
  /** What the chain says of this person; needs no keys. */
  standing(): Promise<Standing>;
  /** Publishes the key under which others share with this person. */
  join(): Promise<void>;
  openChart(): Promise<void>;

  /** One's own chart, or another's as far as it was shared. */
  list(subject: Address): Promise<Timeline>;
  read(record: { subject: Address; capsuleHash: Hex }): Promise<ReadRecord>;
  /** What was measured in a record; the rest of it stays here. */
  resultsIn(record: { subject: Address; capsuleHash: Hex }): Promise<RecordResults>;

  /** Charts that others share with this person. */
  sharedWithMe(): Promise<SharedWithMe[]>;
  activity(): Promise<Activity>;
};

/** What is done with the vault itself, and with the wallet where it was made here. */
export type VaultKeeper = {
  /** What opens the vault from this device, easiest first; undefined where there is no vault. */
  waysToUnlock(): Promise<SlotKind[] | undefined>;
  /** The code for the vault that is made next; until then it can be shown again. */
  recoveryCode(): Promise<string>;
  /** Six words to choose from the first time on. */
  offerPassphrase(): Promise<string>;
  /** Makes a vault, which the recovery code and a second way open, and has it kept. */
  makeVault(second: NewWay): Promise<void>;
  unlock(way: Way): Promise<void>;

  vault(): Promise<VaultState>;
  addWay(way: NewWay): Promise<void>;
  /** A new root: the ways there were end, and these two begin. Without an old code it takes the one that was shown. */
  renewWays(ways: { oldCode?: string | undefined; second: NewWay }): Promise<void>;
  /** Brings to the chain what was put off when ways were renewed. */
  finishRenewal(): Promise<void>;
  /** Refuses a code that the wallet did not come from. */
  requireWalletCode(code: string): Promise<void>;
  testRecoveryCode(code: string): Promise<CodeTest>;
  /** The private key of a wallet that was made here, to take it elsewhere. */
  walletKey(): Promise<Hex>;
};

export type Way =
  | { kind: "device" }
  | { kind: "passkey" }
  | { kind: "passphrase"; passphrase: string }
  | { kind: "recovery"; code: string };

/** A way to unlock that a vault shall have; a recovery code it has in any case. */
export type NewWay = Exclude<Way, { kind: "recovery" }>;

export type VaultState = {
  ways: {
    kind: string;
    salt: Hex;
    /** In Unix seconds; undefined where it was added elsewhere. */
    addedHereAt: number | undefined;
  }[];
  /** Whether a new root is in the vault that the chain does not know of yet. */
  isRenewalWaiting: boolean;
  isWalletMadeHere: boolean;
};

/** What a recovery code would bring back. */
export type CodeTest = "nothing" | "vault" | "vault and wallet";

export type Standing = {
  hasChart: boolean;
  hasKey: boolean;
  licences: Licence[];
  /** The licensed hospitals for which this person works now; the time in Unix seconds. */
  worksFor: { hospital: Address; validUntil: number }[];
};

export type Licence = { kind: number; isInForce: boolean; validUntil: number };

export type TimelineRecord = {
  capsuleHash: Hex;
  author: Address;
  publishedAt: number;
  status: RecordStatus;
  entry: Entry;
};

export type Timeline = {
  records: TimelineRecord[];
  /** Those that the chain knows and that cannot be shown, by reason. */
  closed: { capsuleHash: Hex; refusal: string }[];
  /** Of another's chart: who it says it is of. */
  about: { name: string; birthDate: string } | undefined;
  /** Of another's chart: what of it was shared. */
  limits: SharedLimits | undefined;
  /** When the newest record was added that this person saw on their last visit, from this device; undefined on the first. */
  seenUntil: number | undefined;
};

export type SharedLimits = {
  read: Category[];
  contribute: Category[];
  /** From when on; undefined where nothing is left out. */
  since: number | undefined;
  validUntil: number;
};

export type ReadRecord = { mediaType: string; title: string; bytes: Uint8Array<ArrayBuffer> };

export type ShareWish = Pick<
  ShareChartParameters,
  "grantee" | "granteeName" | "about" | "purpose" | "validUntil" | "history"
> & { read: Category[]; contribute: Category[] };

export type Share = {
  grantee: Address;
  granteeName: string | undefined;
  read: Category[];
  contribute: Category[];
  validFrom: number;
  validUntil: number;
  /** What it means, in sentences; undefined where its terms cannot be opened. */
  sentences: string[] | undefined;
  /** Whether the chart's keys have changed since, and the new ones could not be sent. */
  lacksNewKeys: boolean;
};

export type SharedWithMe = {
  subject: Address;
  validFrom: number;
  validUntil: number;
  isInForce: boolean;
  read: Category[];
  contribute: Category[];
  about: { name: string; birthDate: string } | undefined;
  /** Why its keys do not open, where they do not. */
  refusal: string | undefined;
};

export type Clinician = { address: Address; kind: number; name: string; speciality: string; hasKey: boolean };

export type Activity = {
  entries: { at: number; to: Address; capsules: Hex[]; isAnchored: boolean }[];
};
