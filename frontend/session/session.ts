import type { Address } from "viem";
import type { Configuration } from "../configuration/Configuration.ts";
import type { Keeper, Standing, Way } from "../keeper/Keeper.ts";
import type { WalletProxy } from "../keeper/WalletProxy.ts";
import { promptingWallet } from "../transactions/promptingWallet.ts";
import { createStore } from "./createStore.ts";
import { type RunningKeeper, startKeeper } from "./startKeeper.ts";

/** How far somebody has come in: a wallet, then a vault, then both. */
export type Session =
  | { stage: "none" }
  | { stage: "connecting" }
  | { stage: "without-vault"; address: Address; keeper: Keeper }
  | { stage: "locked"; address: Address; keeper: Keeper; ways: string[] }
  | { stage: "open"; address: Address; keeper: Keeper; standing: Standing };

export const session = createStore<Session>({ stage: "none" });

let running: RunningKeeper | undefined;

/** Signs in at the gateway and looks for a vault; `way` unlocks it at once where the wallet brings it. */
export async function beginSession(configuration: Configuration, wallet: WalletProxy, way?: Way): Promise<void> {
  endSession();
  session.set({ stage: "connecting" });
  try {
    running = await startKeeper(configuration, promptingWallet(wallet));
    const { keeper } = running;
    const { address } = wallet;
    const ways = await keeper.waysToUnlock();
    if (ways === undefined) return session.set({ stage: "without-vault", address, keeper });
    session.set({ stage: "locked", address, keeper, ways });
    if (way !== undefined) await unlock(way);
  } catch (error) {
    endSession();
    throw error;
  }
}

export async function unlock(way: Way): Promise<void> {
  const current = session.get();
  if (current.stage !== "locked") return;
  await current.keeper.unlock(way);
  await enter();
}

/** Once the keeper has keys; and whenever what the chain says of this person has changed. */
export async function enter(): Promise<void> {
  const current = session.get();
  if (current.stage === "none" || current.stage === "connecting") return;
  const { address, keeper } = current;
  session.set({ stage: "open", address, keeper, standing: await keeper.standing() });
}

/** Ends the worker, and the keys with it. */
export function endSession(): void {
  running?.end();
  running = undefined;
  session.set({ stage: "none" });
}
