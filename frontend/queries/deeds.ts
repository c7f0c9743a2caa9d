import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import type { Keeper } from "../keeper/Keeper.ts";
import { seconds } from "./staleTimes.ts";

export const deedsKey = ["deeds"] as const;

/** Asks the worker alone, which looks at chain and gateway by itself. */
export const deedsQuery = ({ keeper, address }: { keeper: Keeper; address: Address }) =>
  queryOptions({
    queryKey: [...deedsKey, address],
    queryFn: () => keeper.deeds(),
    refetchInterval: seconds(1),
  });
