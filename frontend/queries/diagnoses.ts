import { queryOptions } from "@tanstack/react-query";

/** The search for diagnoses, with its list: a script that comes when somebody is about to search. */
export const diagnosesQuery = queryOptions({
  queryKey: ["diagnoses"],
  queryFn: async () => (await import("../diagnoses/loadDiagnoses.ts")).searchDiagnoses,
  staleTime: Infinity,
});
