import type { Address } from "viem";
import type { Signer } from "#client/Connection.ts";
import type { FullConnection } from "#client/connect.ts";
import type { Passkeys } from "#core/sealing/vault/passkey.ts";
import type { DeviceMemory } from "../device/DeviceMemory.ts";
import type { LocalWallet } from "./createLocalWallet.ts";

/** Whatever is asked when a vault is made, opened or changed. */
export type VaultSurroundings = {
  address: Address;
  connection: FullConnection;
  signer: Signer;
  memory: DeviceMemory;
  passkeys: Passkeys;
  /** Where the app is, as the browser says it. */
  page: { domain: string; uri: string };
  /** Undefined for a wallet of the browser's. */
  wallet: LocalWallet | undefined;
};
