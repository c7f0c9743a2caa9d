import type { Address } from "viem";
import type { Configuration } from "../configuration/Configuration.ts";
import type { Keeper, Standing, Way } from "../keeper/Keeper.ts";
import { KeeperError } from "../keeper/KeeperError.ts";
import type { JoinsAtDesk } from "../keeper/desk/AtDeviceDesk.ts";
import type { WalletProxy } from "../keeper/WalletProxy.ts";
import { promptingWallet } from "../transactions/promptingWallet.ts";
import { createStore } from "./createStore.ts";
import { type OwnWallet, type RunningKeeper, startJoining, startKeeper, startOwnKeeper } from "./startKeeper.ts";

type Somebody = { address: Address; keeper: Keeper; isMadeHere: boolean };

/** How far somebody has come in: a wallet, then a vault, then both. */
export type Session =
  | {
      stage: "none";
      /** After how many minutes without a touch it was locked, where that is why. */
      idleMinutes?: number;
    }
  | { stage: "connecting" }
  | { stage: "joining"; desk: JoinsAtDesk; onArrived: (arrival: { address: Address }) => Promise<void> }
  /** Another device has handed everything over, and nothing of it is kept here yet. */
  | ({ stage: "joined" } & Somebody)
  | ({ stage: "without-vault" } & Somebody)
  | ({ stage: "locked"; ways: string[] } & Somebody)
  | ({
      stage: "open";
      standing: Standing;
      /** Whether the recovery code let them in, so that another way is wanted now. */
      isBroughtBack: boolean;
    } & Somebody);

export const session = createStore<Session>({ stage: "none" });

let running: { end(): void } | undefined;

/** Signs in at the gateway and looks for a vault; `way` unlocks it at once where the wallet brings it. */
export function beginSession(configuration: Configuration, wallet: WalletProxy, way?: Way): Promise<void> {
  const start = () => startKeeper(configuration, promptingWallet(wallet));
  return begin(start, async (somebody) => {
    const ways = await somebody.keeper.waysToUnlock();
    if (ways === undefined) return { stage: "without-vault", ...somebody };
    if (way === undefined) return { stage: "locked", ways, ...somebody };
    await somebody.keeper.unlock(way);
    return inside(somebody, { isBroughtBack: false });
  });
}

/** A wallet that is made now, or one that was made on this device. */
export function beginOwnSession(configuration: Configuration, wallet: OwnWallet): Promise<void> {
  return begin(
    () => startOwnKeeper(configuration, wallet),
    async (somebody) => {
      const ways = await somebody.keeper.waysToUnlock();
      return ways === undefined ? { stage: "without-vault", ...somebody } : { stage: "locked", ways, ...somebody };
    },
  );
}

/** Wallet and vault from the code alone, on whatever device. */
export function bringBack(configuration: Configuration, code: string): Promise<void> {
  return begin(
    () => startOwnKeeper(configuration, { code }),
    async (somebody) => {
      const ways = await somebody.keeper.waysToUnlock();
      if (ways === undefined) throw new KeeperError("NothingToBringBack");
      await somebody.keeper.unlock({ kind: "recovery", code });
      return inside(somebody, { isBroughtBack: true });
    },
  );
}

/** Wallet and vault from another device, on one that knows of nobody. */
export async function beginJoining(configuration: Configuration): Promise<void> {
  endSession();
  session.set({ stage: "connecting" });
  try {
    const joining = await startJoining(configuration);
    running = joining;
    const onArrived = async (arrival: { address: Address }) => {
      const { keeper, address, isMadeHere } = await joining.begin(arrival);
      session.set({ stage: "joined", keeper, address, isMadeHere });
    };
    session.set({ stage: "joining", desk: joining.desk, onArrived });
  } catch (error) {
    endSession();
    throw error;
  }
}

/** Another device has opened the vault of somebody whose wallet is here. */
export async function joinHere(): Promise<void> {
  const current = session.get();
  if (current.stage !== "locked") return;
  const { keeper, address, isMadeHere } = current;
  session.set({ stage: "joined", keeper, address, isMadeHere });
}

async function begin(
  start: () => Promise<RunningKeeper>,
  arrive: (somebody: Somebody) => Promise<Session>,
): Promise<void> {
  endSession();
  session.set({ stage: "connecting" });
  try {
    const started = await start();
    running = started;
    const { keeper, address, isMadeHere } = started;
    session.set(await arrive({ keeper, address, isMadeHere }));
  } catch (error) {
    endSession();
    throw error;
  }
}

export async function unlock(way: Way): Promise<void> {
  const current = session.get();
  if (current.stage !== "locked") return;
  try {
    await current.keeper.unlock(way);
  } catch (error) {
    if ((error as Error).name === "WayRemoved") {
      session.set({ ...current, ways: (await current.keeper.waysToUnlock()) ?? [] });
    }
    throw error;
  }
  await enter({ isBroughtBack: way.kind === "recovery" });
}

/** Once the keeper has keys; and whenever what the chain says of this person has changed. */
export async function enter(arrival?: { isBroughtBack: boolean }): Promise<void> {
  const current = session.get();
  if (!("keeper" in current)) return;
  const { address, keeper, isMadeHere } = current;
  const isBroughtBack = current.stage === "open" && current.isBroughtBack;
  session.set(await inside({ address, keeper, isMadeHere }, arrival ?? { isBroughtBack }));
}

async function inside(somebody: Somebody, { isBroughtBack }: { isBroughtBack: boolean }): Promise<Session> {
  return { stage: "open", ...somebody, standing: await somebody.keeper.standing(), isBroughtBack };
}

/** From then on the device has a way of its own. */
export function settle(): void {
  const current = session.get();
  if (current.stage === "open") session.set({ ...current, isBroughtBack: false });
}

let forget = () => {};

/** What else is to be thrown away together with the keys. */
export function whenLocked(also: () => void): void {
  forget = also;
}

/** Whoever went away finds out why they are out. */
export function endIdleSession(minutes: number): void {
  endSession();
  session.set({ stage: "none", idleMinutes: minutes });
}

/** Ends the worker, and the keys with it. */
export function endSession(): void {
  running?.end();
  running = undefined;
  const { stage } = session.get();
  if (stage === "open" || stage === "joined") forget();
  session.set({ stage: "none" });
}
