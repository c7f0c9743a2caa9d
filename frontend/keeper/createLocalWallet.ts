import { type Address, type Hex, type TypedDataDefinition, bytesToHex, isAddressEqual } from "viem";
import { privateKeyToAddress, signMessage, signTypedData } from "viem/accounts";
import type { Signer } from "#client/Connection.ts";
import { KeeperError } from "./KeeperError.ts";

/** A wallet that was made with Ownchart. Its key is here once the vault that leads to it was opened, or the code was typed. */
export type LocalWallet = Signer & {
  isOpen(): boolean;
  open(privateKey: Uint8Array): void;
  /** To take it elsewhere. */
  privateKey(): Hex;
};

export type CreateLocalWalletParameters = {
  address: Address;
  /** Rejects where the person does not want it. Proving one's address to the gateway needs no question. */
  confirm(typedData: TypedDataDefinition): Promise<void>;
};

export function addressOfKey(privateKey: Uint8Array): Address {
  return privateKeyToAddress(bytesToHex(privateKey));
}

export function createLocalWallet({ address, confirm }: CreateLocalWalletParameters): LocalWallet {
  let opened: Hex | undefined;
  const privateKey = () => {
    if (opened === undefined) throw new KeeperError("VaultLocked");
    return opened;
  };
  return {
    address,
    signMessage: async (asked) => signMessage({ ...asked, privateKey: privateKey() }),
    async signTypedData(typedData) {
      await confirm(typedData);
      return signTypedData({ ...typedData, privateKey: privateKey() });
    },
    isOpen: () => opened !== undefined,
    open(bytes) {
      const key = bytesToHex(bytes);
      if (!isAddressEqual(privateKeyToAddress(key), address)) throw new KeeperError("OtherWallet");
      opened = key;
    },
    privateKey,
  };
}
