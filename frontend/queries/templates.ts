import { queryOptions } from "@tanstack/react-query";
import type { Address } from "viem";
import type { Keeper } from "../keeper/Keeper.ts";

export const templatesKey = ["note-templates"] as const;

/** What somebody begins their notes with. */
export const templatesQuery = ({ keeper, address }: { keeper: Keeper; address: Address }) =>
  queryOptions({ queryKey: [...templatesKey, address], queryFn: () => keeper.noteTemplates() });
