import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import type { Keeper } from "../keeper/Keeper.ts";

export const vaultKey = ["vault"] as const;

export const vaultQuery = ({ keeper, address }: { keeper: Keeper; address: Address }) =>
  queryOptions({ queryKey: [...vaultKey, address], queryFn: () => keeper.vault() });
