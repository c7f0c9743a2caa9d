import type { Address, Hex, TypedDataDefinition } from "viem";

/** A wallet as the worker sees it: it lives in the page, where people are asked. */
export type WalletProxy = {
  address: Address;
  signMessage(parameters: { message: string }): Promise<Hex>;
  signTypedData(typedData: TypedDataDefinition): Promise<Hex>;
  /** Sends a transaction at its own cost. */
  sendTransaction(transaction: { to: Address; data: Hex }): Promise<Hex>;
};
