import type { Address, Hex } from "viem";
import type { Vault } from "#core/sealing/vault/Vault.ts";

/** What this browser remembers of somebody. None of it opens anything alone. */
export type DeviceRecord = {
  address: Address;
  /** In Unix seconds. */
  usedAt: number;
  /** Of a wallet that was made with Ownchart: its key, sealed, and the vault that leads to it. */
  wallet?: { sealedKey: Uint8Array; vault: Vault } | undefined;
  /** Of this device's own way to unlock: the half of its factor that stays here. */
  device?: { salt: Hex; secret: Uint8Array } | undefined;
  /** When ways to unlock were added here, by their salts. */
  added: Record<Hex, number>;
};

export type DeviceMemory = {
  read(address: Address): Promise<DeviceRecord | undefined>;
  /** Keeps what is not mentioned as it is. */
  remember(address: Address, changes: Partial<Omit<DeviceRecord, "address">>): Promise<void>;
  forget(address: Address): Promise<void>;
  /** Most recently used first. */
  all(): Promise<DeviceRecord[]>;
};
