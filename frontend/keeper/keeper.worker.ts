/** Keys live here and nowhere else in the page; when this worker is ended, they are gone. */
import * as Comlink from "comlink";
import { type Address, type TypedDataDefinition, zeroAddress } from "viem";
import type { Signer } from "#client/Connection.ts";
import { endingOf } from "#client/chain/endingOf.ts";
import { type ConnectParameters, type FullConnection, connect } from "#client/connect.ts";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import type { Handover } from "#core/sealing/desk/encodeHandover.ts";
import type { Passkeys } from "#core/sealing/vault/passkey.ts";
import { createRecoveryCode } from "#core/sealing/vault/recoveryCode.ts";
import type { Roots } from "#core/sealing/vault/roots.ts";
import { walletKeyOf } from "#core/sealing/vault/walletKeyOf.ts";
import { createDeviceMemory } from "../device/createDeviceMemory.ts";
import type { Keeper } from "./Keeper.ts";
import { KeeperError } from "./KeeperError.ts";
import type { WalletProxy } from "./WalletProxy.ts";
import { createKeeper } from "./createKeeper.ts";
import type { CreateVaultKeeperParameters } from "./createVaultKeeper.ts";
import { createDraftStore } from "./drafts/createDraftStore.ts";
import { createVisitStore } from "./visits/createVisitStore.ts";
import { createDeedFollower } from "./sent/createDeedFollower.ts";
import { createDeedStore } from "./sent/createDeedStore.ts";
import type { JoinsAtDesk } from "./desk/AtDeviceDesk.ts";

export type World = { rpcUrl: string; gatewayUrl: string; deployment: Deployment };
export type Begin = World & { address: Address };

export type KeeperWorker = {
  /** For a wallet of the browser's. */
  begin(world: Begin, wallet: Omit<WalletProxy, "address">, passkeys: Passkeys): Keeper;
  /** A wallet of a new recovery code, which the keeper that begins next shows. */
  makeWallet(): Promise<Address>;
  /** The wallet that a recovery code makes, for the keeper that begins next. */
  bringBackWallet(code: string): Promise<Address>;
  /** Asks another device of the same person's for vault and wallet, for the keeper that begins next. */
  join(world: World): Promise<JoinsAtDesk>;
  /** What is in an archive; needs no wallet. */
  openArchive(archive: Blob, passphrase: string): Promise<Blob>;
  /** For a wallet that was made with Ownchart. */
  beginHere(
    world: Begin,
    confirm: (typedData: TypedDataDefinition) => Promise<void>,
    passkeys: Passkeys,
  ): Promise<Keeper>;
};

let privateKey: Uint8Array | undefined;
let recoveryCode: string | undefined;
let handedOver: Roots | undefined;

const worker: KeeperWorker = {
  begin(world, { signMessage, signTypedData, sendTransaction: pay }, passkeys) {
    const signer = { address: world.address, signMessage, signTypedData };
    return keeperFor(world, { signer, pay }, { passkeys, wallet: undefined });
  },
  makeWallet() {
    recoveryCode = createRecoveryCode();
    return worker.bringBackWallet(recoveryCode);
  },
  async bringBackWallet(code) {
    privateKey = walletKeyOf(code);
    return (await localWallets()).addressOfKey(privateKey);
  },
  async join(world) {
    const { createDeviceJoining } = await import("./desk/createDeviceJoining.ts");
    const connection = connect({ ...world, signer: nobody });
    return Comlink.proxy(createDeviceJoining({ connection, address: undefined, receive: keepForNext }));
  },
  async openArchive(archive, passphrase) {
    const { openArchiveFile } = await import("./taking/openArchiveFile.ts");
    return openArchiveFile(archive, passphrase);
  },
  async beginHere(world, confirm, passkeys) {
    const wallet = (await localWallets()).createLocalWallet({ address: world.address, confirm });
    if (privateKey !== undefined) wallet.open(privateKey);
    return keeperFor(world, { signer: wallet }, { passkeys, wallet });
  },
};

/** Loads for a wallet that is made here: most of it is the curve, which a wallet of the browser's has itself. */
const localWallets = () => import("./createLocalWallet.ts");

/** For the keeper that begins next. */
async function keepForNext({ roots, walletKey }: Handover): Promise<void> {
  privateKey = walletKey;
  handedOver = roots;
}

/** At a desk nobody signs, and nobody is asked who they are. */
const unsigned = () => Promise.reject(new KeeperError("VaultLocked"));
const nobody: Signer = { address: zeroAddress, signMessage: unsigned, signTypedData: unsigned };

type Signing = Pick<ConnectParameters, "signer" | "pay">;
type Own = Pick<CreateVaultKeeperParameters, "passkeys" | "wallet">;

function keeperFor({ rpcUrl, gatewayUrl, deployment, address }: Begin, signing: Signing, own: Own): Keeper {
  const follower = createDeedFollower({
    store: createDeedStore(deployment, address),
    endingOf: (sent) => endingOf({ chain: connection.clientChain, gateway: connection.gateway, signer: address, sent }),
  });
  const { memory: sent } = follower;
  const [draftStore, visitStore] = [createDraftStore(), createVisitStore()];
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
    createKeeper({
      address,
      connection,
      follower,
      draftStore,
      visitStore,
      signer,
      memory,
      page,
      recoveryCode,
      handedOver,
      ...own,
    }),
  );
}

Comlink.expose(worker);
postMessage("ready");
