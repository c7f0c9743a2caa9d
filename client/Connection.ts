import type { Address, Hex, TypedDataDefinition } from "viem";
import type { AccessLog } from "#core/audit/AccessLog.ts";
import type { LogMemory } from "#core/audit/LogMemory.ts";
import type { VerifiedLog } from "#core/audit/verifyLog.ts";
import type { ChartServices } from "#core/chart/ChartServices.ts";
import type { Vault } from "#core/sealing/vault/Vault.ts";

/** Who signs: an account of this process, or a wallet. */
export type Signer = {
  address: Address;
  signMessage(parameters: { message: string }): Promise<Hex>;
  signTypedData(typedData: TypedDataDefinition): Promise<Hex>;
};

/** One person's way to a chain, a gateway and IPFS, all of which are held against each other. */
export type Connection = {
  services: ChartServices;
  vaults: VaultStore;
  accessLog: AccessLogReader;
  /** Charts in which the signer has a grant that is in force or still to begin, as the chain says. */
  sharedWithMe(): Promise<SharedChart[]>;
};

/** The signer's own vault at the gateway. */
export type VaultStore = {
  get(): Promise<{ vault: Vault; version: number } | undefined>;
  /** Refused (`Changed`) unless `version` is the one that is there; undefined for the first. */
  put(next: { vault: Vault; version: number | undefined }): Promise<number>;
};

export type SharedChart = {
  subject: Address;
  read: boolean;
  contribute: boolean;
  validFrom: number;
  validUntil: number;
  /** By the chain's time, which may be ahead of ours. */
  isInForce: boolean;
};

/** Who received the key to what, held against what the gateway has anchored on chain. */
export type AccessLogReader = {
  /** `remembered` is the `memory` of the last reading: nothing that was there then may be gone. */
  read(parameters?: { remembered?: LogMemory | undefined }): Promise<VerifiedLog & { log: AccessLog }>;
};
