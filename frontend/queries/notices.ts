import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import type { Keeper } from "../keeper/Keeper.ts";
import { slowly } from "./staleTimes.ts";

type Who = { keeper: Keeper; address: Address };

export const putAwayKey = ["notices", "put-away"] as const;

export const putAwayQuery = ({ keeper, address }: Who) =>
  queryOptions({
    queryKey: [...putAwayKey, address],
    queryFn: () => keeper.putAwayNotices(),
    staleTime: Infinity,
  });

/** Whether anything waits in the inbox; what it is, only those ask for whom it can be something. */
export const hasMailQuery = ({ keeper, address }: Who) =>
  queryOptions({
    queryKey: ["notices", "mail", address],
    queryFn: () => keeper.hasMail(),
    ...slowly,
  });

/** Asked now and then, whichever screen is open. */
export const additionsQuery = ({ keeper, address }: Who) =>
  queryOptions({
    queryKey: ["notices", "additions", address],
    queryFn: () => keeper.addedByOthers(),
    ...slowly,
  });
