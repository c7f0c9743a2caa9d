import type { WalletProxy } from "../keeper/WalletProxy.ts";
import { cardOf } from "./cardOf.ts";
import { messageCard } from "./messageCard.ts";
import { askWith } from "./promptStore.ts";
import { transactionCard } from "./transactionCard.ts";

/** A wallet that asks nothing before a card has said in plain words what it is. */
export function promptingWallet(wallet: WalletProxy): WalletProxy {
  return {
    address: wallet.address,
    signMessage: (parameters) => askWith(messageCard(parameters.message), () => wallet.signMessage(parameters)),
    signTypedData: async (typedData) => askWith(await cardOf(typedData), () => wallet.signTypedData(typedData)),
    sendTransaction: async (transaction) =>
      askWith(await transactionCard(transaction), () => wallet.sendTransaction(transaction)),
  };
}
