import { useQuery } from "@tanstack/react-query";
import { useWorld } from "../../app/World.tsx";
import { createDeviceMemory } from "../../device/createDeviceMemory.ts";

/** Wallets that were made or brought back on this device, most recently used first; undefined for the moment of looking. */
export function useWalletsHere() {
  const { deployment } = useWorld().configuration;
  return useQuery({
    queryKey: ["wallets-here"],
    queryFn: async () => (await createDeviceMemory(deployment).all()).filter(({ wallet }) => wallet !== undefined),
    // Without IndexedDB, as in some private windows, there are none, and everything else works.
    retry: false,
  });
}
