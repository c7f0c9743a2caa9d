import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import { placeOf } from "../batch/planBatch.ts";
import type { Keeper } from "../keeper/Keeper.ts";
import { seconds } from "./staleTimes.ts";

type Who = { keeper: Keeper; address: Address };

export const staffKey = ["staff"] as const;

/** Looks at every chart that lets the hospital add, so it is not asked all the time. */
export const staffQuery = ({ keeper, address }: Who) =>
  queryOptions({
    queryKey: [...staffKey, address],
    queryFn: () => keeper.staff(),
    staleTime: seconds(5),
    refetchInterval: seconds(15),
  });

export const canReceiveKeysQuery = ({ keeper }: Who, address: Address | undefined) =>
  queryOptions({
    queryKey: ["can-receive-keys", address],
    queryFn: () => keeper.canReceiveKeys(address!),
    enabled: address !== undefined,
    refetchInterval: seconds(5),
  });

/** For whom somebody can add; with the names that boards have signed. */
export const workplacesQuery = ({ keeper, address }: Who, isAny = true) =>
  queryOptions({
    queryKey: ["workplaces", address],
    queryFn: () => keeper.workplaces(),
    enabled: isAny,
    refetchInterval: seconds(10),
  });

export const batchChartsKey = ["batch-charts"] as const;

export const batchChartsQuery = ({ keeper, address }: Who, hospital: Address) =>
  queryOptions({
    queryKey: [...batchChartsKey, address, hospital],
    queryFn: () => keeper.batchCharts(hospital),
    /** Whoever waits for keys waits for nothing else. */
    refetchInterval: ({ state: { data } }) => (data?.refusal === undefined ? seconds(15) : seconds(4)),
  });

type InChart = { subject: Address; content: string };

/** Which of these files stand in their charts already, as this device knows. */
export const batchKnownQuery = ({ keeper, address }: Who, hospital: Address, files: InChart[]) =>
  queryOptions({
    queryKey: [...batchReportKey, "known", address, hospital, files],
    queryFn: async () => {
      const areIn = await keeper.knownInBatch(hospital, files);
      const standing = files.filter((_, place) => areIn[place]);
      return new Set(standing.map(({ subject, content }) => placeOf(subject, content)));
    },
    enabled: files.length > 0,
  });

export const batchReportKey = ["batch-report"] as const;

export const batchReportQuery = ({ keeper, address }: Who, hospital: Address) =>
  queryOptions({
    queryKey: [...batchReportKey, address, hospital],
    queryFn: async () => (await keeper.batchReport(hospital)) ?? null,
  });
