/** Keys live here and nowhere else in the page; when this worker is ended, they are gone. */
import * as Comlink from "comlink";
import { connect } from "#client/connect.ts";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import type { Keeper } from "./Keeper.ts";
import type { WalletProxy } from "./WalletProxy.ts";
import { createKeeper } from "./createKeeper.ts";

export type Begin = { rpcUrl: string; gatewayUrl: string; deployment: Deployment; address: WalletProxy["address"] };

export type KeeperWorker = {
  begin(world: Begin, wallet: Omit<WalletProxy, "address">): Keeper;
};

const worker: KeeperWorker = {
  begin({ rpcUrl, gatewayUrl, deployment, address }, { signMessage, signTypedData, sendTransaction: pay }) {
    const signer = { address, signMessage, signTypedData };
    const connection = connect({ rpcUrl, gatewayUrl, deployment, signer, pay, triesGatewayFirst: true });
    return Comlink.proxy(createKeeper({ address, connection }));
  },
};

Comlink.expose(worker);
postMessage("ready");
