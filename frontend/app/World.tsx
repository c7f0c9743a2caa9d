import { createContext, useContext } from "react";
import type { Config } from "wagmi";
import type { Configuration } from "../configuration/Configuration.ts";
import type { SamplePeopleWallet } from "../wallet/samplePeopleWallet.ts";

/** What was there before anybody came in. */
export type World = { configuration: Configuration; wagmi: Config; sampleWallet: SamplePeopleWallet };

export const WorldContext = createContext<World | undefined>(undefined);

export function useWorld(): World {
  const world = useContext(WorldContext);
  if (world === undefined) throw new Error("There is no world around this.");
  return world;
}
