import { createStore, get, update } from "idb-keyval";
import { finishShare } from "#core/chart/finishShare.ts";
import type { Holder } from "#core/chart/Holder.ts";
import type { SealedShare } from "#core/chart/shareChart.ts";

/** Sealed keys whose grant may be on its way to the chain: they survive a reload, and are worth nothing to anybody else. */
const store = createStore("ownchart-shares", "unfinished");

const mostKept = 32;

type Kept = SealedShare & { keptAt: number };

const placeOf = ({ services, address }: Holder) =>
  `${services.chain.chainId}/${services.chain.consentRegistry}/${address}`;

export async function keepUnfinished(holder: Holder, sealed: SealedShare): Promise<void> {
  const kept: Kept = { ...sealed, keptAt: Date.now() };
  await update<Kept[]>(placeOf(holder), (before = []) => [...before, kept].slice(-mostKept), store);
}

export async function forgetFinished(holder: Holder, { termsHash }: SealedShare): Promise<void> {
  const others = (before: Kept[] = []) => before.filter((it) => it.termsHash !== termsHash);
  await update<Kept[]>(placeOf(holder), others, store);
}

/** Longer than a signed message can be brought to the chain. */
const patience = 24 * 60 * 60 * 1000;

/** Goes on with what a reload interrupted. One that cannot be finished hides no other, and is tried again next time. */
export async function finishShares(holder: Holder): Promise<void> {
  for (const sealed of (await get<Kept[]>(placeOf(holder), store)) ?? []) {
    const isDone = await finishShare({ holder, sealed }).catch(() => false);
    if (isDone || Date.now() - sealed.keptAt > patience) await forgetFinished(holder, sealed);
  }
}
