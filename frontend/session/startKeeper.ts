import * as Comlink from "comlink";
import type { Address } from "viem";
import type { Configuration } from "../configuration/Configuration.ts";
import type { Keeper } from "../keeper/Keeper.ts";
import type { JoinsAtDesk } from "../keeper/desk/AtDeviceDesk.ts";
import type { WalletProxy } from "../keeper/WalletProxy.ts";
import type { KeeperWorker } from "../keeper/keeper.worker.ts";
import workerUrl from "../keeper/keeper.worker.ts?worker&url";
import { createPasskeys } from "../passkeys/createPasskeys.ts";
import { trustedWorkerUrl } from "../security/trustedTypes.ts";
import { confirmTypedData } from "../transactions/confirmTypedData.ts";
import { words } from "../words/words.ts";

/** A worker for one person's keys. Ending it is how a vault is locked. */
export type RunningKeeper = { keeper: Keeper; address: Address; isMadeHere: boolean; end(): void };

/** A wallet that was made with Ownchart: a new one, the one of a recovery code, or one that is on this device. */
export type OwnWallet = "new" | { code: string } | { address: Address };

export async function startKeeper(configuration: Configuration, wallet: WalletProxy): Promise<RunningKeeper> {
  const { remote, end } = await startWorker();
  const { address, ...asked } = wallet;
  const begin = { ...worldOf(configuration), address };
  const keeper = await remote.begin(begin, Comlink.proxy(asked), passkeysOf(address));
  return { keeper: keeper as unknown as Keeper, address, isMadeHere: false, end };
}

export async function startOwnKeeper(configuration: Configuration, wallet: OwnWallet): Promise<RunningKeeper> {
  const { remote, end } = await startWorker();
  try {
    return await keeperHere(configuration, { remote, end }, await addressOf(remote, wallet));
  } catch (error) {
    end();
    throw error;
  }
}

/** A device that knows of nobody: it asks another one, and has a keeper once that has handed everything over. */
export type RunningDesk = {
  desk: JoinsAtDesk;
  begin(arrival: { address: Address }): Promise<RunningKeeper>;
  end(): void;
};

export async function startJoining(configuration: Configuration): Promise<RunningDesk> {
  const { remote, end } = await startWorker();
  const desk = await remote.join(worldOf(configuration));
  return {
    desk: desk as unknown as JoinsAtDesk,
    begin: ({ address }) => keeperHere(configuration, { remote, end }, address),
    end,
  };
}

type RunningWorker = { remote: Comlink.Remote<KeeperWorker>; end(): void };

async function keeperHere(
  configuration: Configuration,
  { remote, end }: RunningWorker,
  address: Address,
): Promise<RunningKeeper> {
  const confirm = Comlink.proxy(confirmTypedData);
  const begin = { ...worldOf(configuration), address };
  const keeper = await remote.beginHere(begin, confirm, passkeysOf(address));
  return { keeper: keeper as unknown as Keeper, address, isMadeHere: true, end };
}

/** In a worker of its own, which ends with it. */
export async function openArchive(archive: Blob, passphrase: string): Promise<Blob> {
  const { remote, end } = await startWorker();
  return remote.openArchive(archive, passphrase).finally(end);
}

async function addressOf(remote: Comlink.Remote<KeeperWorker>, wallet: OwnWallet): Promise<Address> {
  if (wallet === "new") return remote.makeWallet();
  return "code" in wallet ? remote.bringBackWallet(wallet.code) : wallet.address;
}

function worldOf({ rpcUrl, gatewayUrl, deployment }: Configuration) {
  return { rpcUrl, gatewayUrl, deployment };
}

function passkeysOf(address: Address) {
  return Comlink.proxy(createPasskeys(words.vault.passkeyName(words.common.address(address))));
}

async function startWorker(): Promise<RunningWorker> {
  const worker = new Worker(trustedWorkerUrl(workerUrl), { type: "module", name: "keeper" });
  await ready(worker);
  return { remote: Comlink.wrap<KeeperWorker>(worker), end: () => worker.terminate() };
}

/** Its modules wait for WebAssembly; what is sent before they listen would be lost. */
function ready(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.addEventListener("message", () => resolve(), { once: true });
    worker.addEventListener("error", () => reject(new Error("The worker did not start.")), { once: true });
  });
}
