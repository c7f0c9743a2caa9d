import { type Address, type Hex, type TypedDataDefinition, bytesToHex, isAddressEqual } from "viem";
import { type PrivateKeyAccount, privateKeyToAccount } from "viem/accounts";
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

export function createLocalWallet({ address, confirm }: CreateLocalWalletParameters): LocalWallet {
  let opened: { account: PrivateKeyAccount; privateKey: Hex } | undefined;
  const key = () => {
    if (opened === undefined) throw new KeeperError("VaultLocked");
    return opened;
  };
  return {
    address,
    signMessage: async (parameters) => key().account.signMessage(parameters),
    async signTypedData(typedData) {
      await confirm(typedData);
      return key().account.signTypedData(typedData);
    },
    isOpen: () => opened !== undefined,
    open(bytes) {
      const privateKey = bytesToHex(bytes);
      const account = privateKeyToAccount(privateKey);
      if (!isAddressEqual(account.address, address)) throw new KeeperError("OtherWallet");
      opened = { account, privateKey };
    },
    privateKey: () => key().privateKey,
  };
}
