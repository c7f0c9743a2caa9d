import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import type { Keeper } from "../keeper/Keeper.ts";
import { seconds } from "./staleTimes.ts";

type Who = { keeper: Keeper; address: Address };

export const putAwayKey = ["notices", "put-away"] as const;

export const putAwayQuery = ({ keeper, address }: Who) =>
  queryOptions({
    queryKey: [...putAwayKey, address],
    queryFn: () => keeper.putAwayNotices(),
    staleTime: Infinity,
  });

/** Asked now and then, whichever screen is open. */
export const additionsQuery = ({ keeper, address }: Who) =>
  queryOptions({
    queryKey: ["notices", "additions", address],
    queryFn: () => keeper.addedByOthers(),
    staleTime: seconds(20),
    refetchInterval: seconds(20),
  });
