import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import type { Keeper } from "../keeper/Keeper.ts";
import { chartKey } from "./chart.ts";
import { seconds } from "./staleTimes.ts";

type Who = { keeper: Keeper; address: Address };

/** The kinds of records that somebody may add to a chart. */
export const writableQuery = ({ keeper, address }: Who, subject: Address) =>
  queryOptions({
    queryKey: [...chartKey(subject), "writable", address],
    queryFn: () => keeper.writableCategories(subject),
    staleTime: seconds(5),
  });

/** Asked again while somebody is about to add: a licence can be suspended meanwhile. */
export const standingQuery = ({ keeper, address }: Who) =>
  queryOptions({ queryKey: ["standing", address], queryFn: () => keeper.standing(), refetchInterval: seconds(10) });
