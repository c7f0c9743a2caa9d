import { useQuery } from "@tanstack/react-query";
import { seconds } from "../../../queries/staleTimes.ts";
import { vaultQuery } from "../../../queries/vault.ts";
import { useMe } from "../../../session/useMe.ts";

/** The kind of a way to unlock that the vault has had only since this screen was opened; undefined until then. */
export function useAddedWay(): string | undefined {
  const me = useMe();
  const before = useQuery({
    queryKey: ["handed-over", me.address],
    queryFn: () => me.keeper.vault(),
    staleTime: Infinity,
    gcTime: 0,
  });
  const now = useQuery({ ...vaultQuery(me), refetchInterval: seconds(2), enabled: before.data !== undefined });
  const known = new Set(before.data?.ways.map(({ salt }) => salt));
  return now.data?.ways.find(({ salt }) => known.size > 0 && !known.has(salt))?.kind;
}
