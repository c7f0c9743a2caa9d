import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import type { Keeper } from "../keeper/Keeper.ts";
import type { LicenceKind } from "../keeper/licensing/Licensing.ts";
import { seconds } from "./staleTimes.ts";

type Who = { keeper: Keeper; address: Address };

export const licensingKey = ["licensing"] as const;

/** Which boards somebody sits on. Members can be dismissed while they work. */
export const seatsQuery = ({ keeper, address }: Who) =>
  queryOptions({
    queryKey: ["seats", address],
    queryFn: () => keeper.seats(),
    refetchInterval: seconds(15),
  });

export const boardsQuery = ({ keeper }: Who) =>
  queryOptions({ queryKey: ["boards"], queryFn: () => keeper.boards(), staleTime: seconds(60) });

/** A question, a refusal or a licence appears without anybody asking for it. */
export const ownLicensingQuery = ({ keeper, address }: Who) =>
  queryOptions({
    queryKey: [...licensingKey, "own", address],
    queryFn: () => keeper.ownLicensing(),
    refetchInterval: seconds(4),
  });

export const boardDeskQuery = ({ keeper, address }: Who, jurisdiction: string) =>
  queryOptions({
    queryKey: [...licensingKey, "desk", jurisdiction, address],
    queryFn: () => keeper.boardDesk(jurisdiction),
    refetchInterval: seconds(4),
  });

/** Names of licences that the board did not issue here are asked of the gateway one by one, so not too often. */
export const boardRegisterQuery = ({ keeper, address }: Who, jurisdiction: string) =>
  queryOptions({
    queryKey: [...licensingKey, "register", jurisdiction, address],
    queryFn: () => keeper.boardRegister(jurisdiction),
    refetchInterval: seconds(60),
  });

type Licence = { holder: Address; kind: LicenceKind; jurisdiction: string };

export const licenceStoryQuery = ({ keeper }: Who, licence: Licence) =>
  queryOptions({
    queryKey: [...licensingKey, "story", licence.jurisdiction, licence.holder, licence.kind],
    queryFn: () => keeper.licenceStory(licence),
    staleTime: seconds(5),
  });
