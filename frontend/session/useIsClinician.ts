import { useQuery } from "@tanstack/react-query";
import { standingQuery } from "../queries/standing.ts";
import { useMe } from "./useMe.ts";

/** Whether a board has licensed somebody, as the chain says now: that can begin while they are in. */
export function useIsClinician(): boolean {
  return useQuery(standingQuery(useMe())).data.licences.length > 0;
}
