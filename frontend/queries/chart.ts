import { queryOptions } from "@tanstack/react-query";
import type { Address, Hex } from "viem";
import type { Keeper } from "../keeper/Keeper.ts";
import { seconds } from "./staleTimes.ts";

type Who = { keeper: Keeper; address: Address };

export const chartKey = (subject: Address) => ["chart", subject.toLowerCase()] as const;

/** A chart's timeline. It is asked again while it is looked at, so that an end to sharing is seen at once. */
export const timelineQuery = ({ keeper, address }: Who, subject: Address) =>
  queryOptions({
    queryKey: [...chartKey(subject), "timeline", address],
    queryFn: () => keeper.list(subject),
    staleTime: seconds(5),
    refetchInterval: seconds(5),
  });

/** What a record says never changes. */
export const recordQuery = ({ keeper, address }: Who, subject: Address, capsuleHash: Hex) =>
  queryOptions({
    queryKey: [...chartKey(subject), "record", capsuleHash, address],
    queryFn: () => keeper.read({ subject, capsuleHash }),
    staleTime: Infinity,
    gcTime: seconds(60),
  });
