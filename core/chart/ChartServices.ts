import type { Address, Hex } from "viem";
import type { Suite } from "../sealing/suites.ts";

/** What a chart lives on. None of it is trusted with a key or a plaintext, and all but the chain may lie. */
export type ChartServices = { chain: ChartChain; capsules: CapsuleStore; grants: GrantStore; blobs: BlobStore };

/** What the contracts say and take. Everything that changes resolves once it is in a block. */
export type ChartChain = {
  chainId: number;
  consentRegistry: Address;
  recordRegistry: Address;

  /** Undefined while no chart is open. */
  chartOf(subject: Address): Promise<ChainChart | undefined>;
  /** Every grant that is in force. */
  grantsOf(subject: Address): Promise<ChainGrant[]>;
  recordsOf(subject: Address): Promise<ChainRecord[]>;
  publishedKey(owner: Address): Promise<PublishedKey | undefined>;

  publishKey(key: PublishedKey & { owner: Address }): Promise<void>;
  openChart(opening: { subject: Address; keysetHash: Hex }): Promise<void>;
  grant(grant: ChainGrant & { subject: Address; epoch: number; nextKeysetHash?: Hex }): Promise<void>;
  /** Ends the grant in any case, and starts the next epoch if the chart is still in this one: that is the answer. */
  revoke(revocation: {
    subject: Address;
    grantee: Address;
    epoch: number;
    nextKeysetHash: Hex;
  }): Promise<{ isRotated: boolean }>;
  /** Ends every grant, and starts the next epoch if the chart is still in this one: that is the answer. */
  revokeAll(revocation: { subject: Address; epoch: number; nextKeysetHash: Hex }): Promise<{ isRotated: boolean }>;
  /** Refused when the chart is no longer in this epoch. */
  rotate(rotation: { subject: Address; epoch: number; nextKeysetHash: Hex }): Promise<void>;
  /** Refused to a grantee when the chart is no longer in this epoch. What is already there is passed over. */
  publish(records: { author: Address; subject: Address; epoch: number; capsuleHashes: Hex[] }): Promise<void>;
  /** Puts a record in the place of one of the author's own that is in force. Otherwise as `publish`. */
  supersede(correction: {
    author: Address;
    subject: Address;
    epoch: number;
    oldCapsuleHash: Hex;
    newCapsuleHash: Hex;
  }): Promise<void>;
  /** The subject's word that a record is wrong. */
  dispute(record: { subject: Address; capsuleHash: Hex }): Promise<void>;
  /** The author's word that a record should never have been there. */
  markEnteredInError(record: { author: Address; subject: Address; capsuleHash: Hex }): Promise<void>;
};

export type ChainChart = {
  epoch: number;
  /** Of every epoch so far. */
  keysetHashes: ReadonlyMap<number, Hex>;
  /** When this epoch began, in Unix seconds. */
  epochStart: number;
};

export type ChainGrant = {
  grantee: Address;
  read: boolean;
  contribute: boolean;
  validFrom: number;
  validUntil: number;
  termsHash: Hex;
};

export type RecordStatus = "current" | "superseded" | "entered-in-error" | "disputed";

export type ChainRecord = { capsuleHash: Hex; author: Address; publishedAt: number; status: RecordStatus };

export type PublishedKey = { suite: Suite; publicKey: Uint8Array };

/** A gateway's capsules, by subject and SHA-256. */
export type CapsuleStore = {
  /** `hospital`: for which its staff brings it. */
  put(capsule: { subject: Address; capsule: Uint8Array; hospital?: Address }): Promise<void>;
  /** All of a subject's, or those under certain keys, in any order. */
  list(wanted: { subject: Address; keyIds?: readonly Hex[] }): AsyncIterable<Uint8Array>;
  get(wanted: { subject: Address; capsuleHash: Hex }): Promise<Uint8Array | undefined>;
  delete(unwanted: { subject: Address; capsuleHash: Hex }): Promise<void>;
};

/** A gateway's grants. None is overwritten: one for the next epoch waits beside the one that is in use. */
export type GrantStore = {
  put(grant: StoredGrant & { subject: Address; grantee: Address }): Promise<void>;
  /** Newest epoch first, and of one epoch the newest first. */
  list(wanted: { subject: Address; grantee: Address }): Promise<StoredGrant[]>;
};

export type StoredGrant = { epoch: number; grant: Uint8Array };

/** IPFS. */
export type BlobStore = {
  /** Answers with the CID, which is compared. */
  put(body: ReadableStream<Uint8Array>, size: number): Promise<string>;
  get(cid: string): Promise<ReadableStream<Uint8Array> | undefined>;
};
