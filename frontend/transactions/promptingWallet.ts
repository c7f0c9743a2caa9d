import type { WalletProxy } from "../keeper/WalletProxy.ts";
import { cardOf } from "./cardOf.ts";
import { payCard } from "./payMyself.ts";
import { messageCard } from "./messageCard.ts";
import { askWith } from "./promptStore.ts";

/** A wallet that asks nothing before a card has said in plain words what it is. */
export function promptingWallet(wallet: WalletProxy): WalletProxy {
  return {
    address: wallet.address,
    signMessage: (parameters) => askWith(messageCard(parameters.message), () => wallet.signMessage(parameters)),
    signTypedData: (typedData) => askWith(cardOf(typedData), () => wallet.signTypedData(typedData)),
    sendTransaction: (transaction) => askWith(payCard(transaction), () => wallet.sendTransaction(transaction)),
  };
}
