/** Keys live here and nowhere else in the page; when this worker is ended, they are gone. */
import * as Comlink from "comlink";
import { type Address, type TypedDataDefinition, bytesToHex } from "viem";
import { privateKeyToAddress } from "viem/accounts";
import { endingOf } from "#client/chain/endingOf.ts";
import { type ConnectParameters, type FullConnection, connect } from "#client/connect.ts";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import type { Passkeys } from "#core/sealing/vault/passkey.ts";
import { createRecoveryCode } from "#core/sealing/vault/recoveryCode.ts";
import { walletKeyOf } from "#core/sealing/vault/walletKeyOf.ts";
import { createDeviceMemory } from "../device/createDeviceMemory.ts";
import type { Keeper } from "./Keeper.ts";
import type { WalletProxy } from "./WalletProxy.ts";
import { createKeeper } from "./createKeeper.ts";
import type { CreateVaultKeeperParameters } from "./createVaultKeeper.ts";
import { createDraftStore } from "./drafts/createDraftStore.ts";
import { createDeedFollower } from "./sent/createDeedFollower.ts";
import { createDeedStore } from "./sent/createDeedStore.ts";
import { type LocalWallet, createLocalWallet } from "./createLocalWallet.ts";

export type Begin = { rpcUrl: string; gatewayUrl: string; deployment: Deployment; address: Address };

export type KeeperWorker = {
  /** For a wallet of the browser's. */
  begin(world: Begin, wallet: Omit<WalletProxy, "address">, passkeys: Passkeys): Keeper;
  /** A wallet of a new recovery code, which the keeper that begins next shows. */
  makeWallet(): Address;
  /** The wallet that a recovery code makes, for the keeper that begins next. */
  bringBackWallet(code: string): Address;
  /** For a wallet that was made with Ownchart. */
  beginHere(world: Begin, confirm: (typedData: TypedDataDefinition) => Promise<void>, passkeys: Passkeys): Keeper;
};

let privateKey: Uint8Array | undefined;
let recoveryCode: string | undefined;

const worker: KeeperWorker = {
  begin(world, { signMessage, signTypedData, sendTransaction: pay }, passkeys) {
    const signer = { address: world.address, signMessage, signTypedData };
    return keeperFor(world, { signer, pay }, { passkeys, wallet: undefined });
  },
  makeWallet() {
    recoveryCode = createRecoveryCode();
    return worker.bringBackWallet(recoveryCode);
  },
  bringBackWallet(code) {
    privateKey = walletKeyOf(code);
    return privateKeyToAddress(bytesToHex(privateKey));
  },
  beginHere(world, confirm, passkeys) {
    const wallet: LocalWallet = createLocalWallet({ address: world.address, confirm });
    if (privateKey !== undefined) wallet.open(privateKey);
    return keeperFor(world, { signer: wallet }, { passkeys, wallet });
  },
};

type Signing = Pick<ConnectParameters, "signer" | "pay">;
type Own = Pick<CreateVaultKeeperParameters, "passkeys" | "wallet">;

function keeperFor({ rpcUrl, gatewayUrl, deployment, address }: Begin, signing: Signing, own: Own): Keeper {
  const follower = createDeedFollower({
    store: createDeedStore(deployment, address),
    endingOf: (sent) => endingOf({ chain: connection.clientChain, gateway: connection.gateway, signer: address, sent }),
  });
  const { memory: sent } = follower;
  const draftStore = createDraftStore();
  const connection: FullConnection = connect({
    rpcUrl,
    gatewayUrl,
    deployment,
    sent,
    triesGatewayFirst: true,
    ...signing,
  });
  const page = { domain: location.host, uri: location.origin };
  const memory = createDeviceMemory(deployment);
  const { signer } = signing;
  return Comlink.proxy(
    createKeeper({ address, connection, follower, draftStore, signer, memory, page, recoveryCode, ...own }),
  );
}

Comlink.expose(worker);
postMessage("ready");
