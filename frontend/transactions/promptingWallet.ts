import type { WalletProxy } from "../keeper/WalletProxy.ts";
import { cardOf } from "./cardOf.ts";
import { messageCard } from "./messageCard.ts";
import { passesAnnounced } from "./announcedMessages.ts";
import { askInLine, askWith } from "./promptStore.ts";
import { transactionCard } from "./transactionCard.ts";

/** A wallet that asks nothing before a card has said in plain words what it is. */
export function promptingWallet(wallet: WalletProxy): WalletProxy {
  return {
    address: wallet.address,
    signMessage: (parameters) => askWith(messageCard(parameters.message), () => wallet.signMessage(parameters)),
    async signTypedData(typedData) {
      const ask = () => wallet.signTypedData(typedData);
      return passesAnnounced(typedData) ? askInLine(ask) : askWith(await cardOf(typedData), ask);
    },
    sendTransaction: async (transaction) =>
      askWith(await transactionCard(transaction), () => wallet.sendTransaction(transaction)),
  };
}
