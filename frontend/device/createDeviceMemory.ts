import { createStore, del, entries, get, update } from "idb-keyval";
import type { Address } from "viem";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import type { DeviceMemory, DeviceRecord } from "./DeviceMemory.ts";

/** The memory of this browser for one chain and its contracts, in IndexedDB, which worker and page share. */
export function createDeviceMemory({ chainId, contracts }: Deployment): DeviceMemory {
  const store = createStore("ownchart", "people");
  const place = `${chainId}/${contracts.ConsentRegistry.toLowerCase()}/`;
  const keyOf = (address: Address) => place + address.toLowerCase();

  return {
    read: (address) => get<DeviceRecord>(keyOf(address), store),
    remember: (address, changes) =>
      update<DeviceRecord>(
        keyOf(address),
        (known) => ({ ...(known ?? { address, usedAt: 0, added: {} }), ...changes }),
        store,
      ),
    forget: (address) => del(keyOf(address), store),
    async all() {
      const here = (await entries<string, DeviceRecord>(store)).filter(([key]) => key.startsWith(place));
      return here.map(([, record]) => record).toSorted((a, b) => b.usedAt - a.usedAt);
    },
  };
}
