import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import type { BatchPlan } from "../../batch/planBatch.ts";
import { batchKnownQuery } from "../../queries/staff.ts";
import { useMe } from "../../session/useMe.ts";

const nothing: ReadonlySet<string> = new Set();

/** What of a plan stands in its charts already. Until that is known nothing does; adding it again would be noticed. */
export function useKnownIn(hospital: Address, { groups }: BatchPlan): ReadonlySet<string> {
  const files = groups.flatMap(({ chart: { subject }, lines }) =>
    lines.flatMap(({ item }) => (item.read === undefined ? [] : { subject, content: item.read.content })),
  );
  const { data } = useQuery({ ...batchKnownQuery(useMe(), hospital, files), placeholderData: keepPreviousData });
  return data ?? nothing;
}
