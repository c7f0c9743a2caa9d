import { useQuery } from "@tanstack/react-query";
import { canUsePasskeys } from "../../passkeys/canUsePasskeys.ts";

/** Undefined for the moment in which the browser is asked. */
export function useCanUsePasskeys(): boolean | undefined {
  return useQuery({ queryKey: ["can-use-passkeys"], queryFn: canUsePasskeys, staleTime: Infinity }).data;
}
