import type { Address } from "viem";
import type { DeviceMemory, DeviceRecord } from "../../frontend/device/DeviceMemory.ts";

/** A browser's memory without a browser. */
export function deviceInMemory(): DeviceMemory & { records: Map<Address, DeviceRecord> } {
  const records = new Map<Address, DeviceRecord>();
  return {
    records,
    read: async (address) => records.get(address),
    async remember(address, changes) {
      const known = records.get(address) ?? { address, usedAt: 0, added: {} };
      records.set(address, { ...known, ...changes });
    },
    forget: async (address) => void records.delete(address),
    all: async () => [...records.values()].toSorted((a, b) => b.usedAt - a.usedAt),
  };
}
