import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import type { Draft } from "../keeper/drafts/KeepsDrafts.ts";
import type { Keeper } from "../keeper/Keeper.ts";

/** What was kept of a form, looked for once each time that the form is opened; a form opens without it, too. */
export const draftQuery = ({ keeper, address }: { keeper: Keeper; address: Address }, form: string) =>
  queryOptions({
    queryKey: ["draft", form, address],
    queryFn: async (): Promise<Draft | null> => (await keeper.draft(form).catch(() => undefined)) ?? null,
    staleTime: Infinity,
    gcTime: 0,
  });
