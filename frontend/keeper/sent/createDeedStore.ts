import { createStore, get, update } from "idb-keyval";
import type { Address } from "viem";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import type { KeptDeed } from "./Deed.ts";
import type { DeedStore } from "./DeedStore.ts";

/** More than anybody has under way at once. */
const mostKept = 32;

/** In IndexedDB, and the browser's own locks, which end with a window. */
export function createDeedStore({ chainId, contracts }: Deployment, address: Address): DeedStore {
  const store = createStore("ownchart-deeds", "deeds");
  const place = `${chainId}/${contracts.ConsentRegistry}/${address}`.toLowerCase();
  return {
    all: async () => (await get<KeptDeed[]>(place, store)) ?? [],
    change: (changed) => update<KeptDeed[]>(place, (before = []) => changed(before).slice(-mostKept), store),
    hold: (key, work) => navigator.locks.request(key, work) as Promise<never>,
    async isHeld(key) {
      const { held = [] } = await navigator.locks.query();
      return held.some(({ name }) => name === key);
    },
  };
}
