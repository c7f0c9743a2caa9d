import type { Address, Hex } from "viem";
import type { Gateway } from "../Gateway.ts";
import { type Lease, createLease } from "../rounds/createLease.ts";

export type RelaySettings = {
  /** So many transactions may wait for a block at the same time. */
  inFlight: number;
  /** So many blocks on top of one, and it is not looked at again. */
  confirmations: number;
  /** After so long without a block it is offered more. */
  stuckSeconds: number;
  /** After so long it is sent again: nodes forget. */
  forgottenSeconds: number;
  /** Whether each transaction gets a block of its own as it arrives. Then they must come in order, and one need not wait. */
  minesAtOnce: boolean;
  /** Between two looks at the chain while something waits for a block. */
  pollMilliseconds: number;
};

/** What one process knows while it sends. All of it may be lost without harm: what counts is in the database. */
export type Relay = {
  gateway: Gateway;
  /** The account that pays, as the database spells it. */
  sender: Address;
  settings: RelaySettings;
  lease: Lease;
  /** When this process last sent an attempt, and which block was the newest when it first did. */
  sent: Map<Hex, { at: number; block: number }>;
  /** Blocks in which something of ours was seen, by number, and the newest block when they were last looked at. */
  blocks: Map<number, Hex>;
  newest: Hex | undefined;
  /** Whatever has a nonce below this one stays as it is. */
  finalNonce: number | undefined;
  /** For tests, which end a relay between two steps. */
  afterStep(step: RelayStep): void;
};

export type RelayStep = "settled" | "assigned" | "sent one" | "sent all";

const localChainId = 31_337;

export type RelayOptions = Partial<RelaySettings> & Partial<Pick<Relay, "afterStep">>;

export function createRelay(gateway: Gateway, { afterStep = () => {}, ...settings }: RelayOptions = {}): Relay {
  const isLocal = gateway.deployment.chainId === localChainId;
  const sender = gateway.account.address.toLowerCase() as Address;
  const usual = {
    inFlight: 64,
    confirmations: isLocal ? 0 : 12,
    stuckSeconds: 45,
    forgottenSeconds: 20,
    minesAtOnce: isLocal,
    pollMilliseconds: isLocal ? 100 : 1000,
  };
  return {
    gateway,
    sender,
    settings: { ...usual, ...settings },
    lease: createLease(gateway, `relay/${sender}`),
    sent: new Map(),
    blocks: new Map(),
    newest: undefined,
    finalNonce: undefined,
    afterStep,
  };
}
