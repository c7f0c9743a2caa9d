import * as Comlink from "comlink";
import type { Configuration } from "../configuration/Configuration.ts";
import type { Keeper } from "../keeper/Keeper.ts";
import type { WalletProxy } from "../keeper/WalletProxy.ts";
import type { KeeperWorker } from "../keeper/keeper.worker.ts";
import workerUrl from "../keeper/keeper.worker.ts?worker&url";
import { trustedWorkerUrl } from "../security/trustedTypes.ts";

export type RunningKeeper = { keeper: Keeper; end(): void };

/** A worker for one person's keys. Ending it is how a vault is locked. */
export async function startKeeper(configuration: Configuration, wallet: WalletProxy): Promise<RunningKeeper> {
  const { rpcUrl, gatewayUrl, deployment } = configuration;
  const worker = new Worker(trustedWorkerUrl(workerUrl), { type: "module", name: "keeper" });
  await ready(worker);
  const { address, ...asked } = wallet;
  const keeper = await Comlink.wrap<KeeperWorker>(worker).begin(
    { rpcUrl, gatewayUrl, deployment, address },
    Comlink.proxy(asked),
  );
  return { keeper: keeper as unknown as Keeper, end: () => worker.terminate() };
}

/** Its modules wait for WebAssembly; what is sent before they listen would be lost. */
function ready(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.addEventListener("message", () => resolve(), { once: true });
    worker.addEventListener("error", () => reject(new Error("The worker did not start.")), { once: true });
  });
}
