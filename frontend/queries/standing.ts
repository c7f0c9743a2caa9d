import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import type { Keeper, Standing } from "../keeper/Keeper.ts";
import { seconds } from "./staleTimes.ts";

/** What the chain says of somebody, asked again and again: a licence can end while its holder works. */
export const standingQuery = ({
  keeper,
  address,
  standing,
}: {
  keeper: Keeper;
  address: Address;
  standing: Standing;
}) =>
  queryOptions({
    queryKey: ["standing", address],
    queryFn: () => keeper.standing(),
    initialData: standing,
    refetchInterval: seconds(5),
  });
