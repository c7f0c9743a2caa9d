import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import type { Keeper } from "../keeper/Keeper.ts";
import { seconds } from "./staleTimes.ts";

type Who = { keeper: Keeper; address: Address };

export const sharesKey = ["shares"] as const;

export const sharesQuery = ({ keeper, address }: Who) =>
  queryOptions({ queryKey: [...sharesKey, address], queryFn: () => keeper.shares(), staleTime: seconds(5) });

/** A new share appears without anybody asking for it. */
export const sharedWithMeQuery = ({ keeper, address }: Who) =>
  queryOptions({
    queryKey: ["shared-with-me", address],
    queryFn: () => keeper.sharedWithMe(),
    refetchInterval: seconds(2),
  });

export const cliniciansQuery = ({ keeper }: Who) =>
  queryOptions({ queryKey: ["clinicians"], queryFn: () => keeper.clinicians(), staleTime: seconds(60) });

/** Where somebody is sought, who was licensed a moment ago is there soon. */
export const soughtCliniciansQuery = (who: Who) =>
  queryOptions({ ...cliniciansQuery(who), staleTime: seconds(10), refetchInterval: seconds(20) });

export const activityQuery = ({ keeper, address }: Who) =>
  queryOptions({ queryKey: ["activity", address], queryFn: () => keeper.activity(), staleTime: seconds(5) });
