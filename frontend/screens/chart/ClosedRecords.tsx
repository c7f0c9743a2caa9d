import type { Timeline } from "../../keeper/Keeper.ts";
import { Notice } from "../../ui/Notice.tsx";
import { words } from "../../words/words.ts";
import { reasonOf } from "./reasonOf.ts";

/** What the chain knows and nobody can show is told, and why; a grantee simply has no keys to the rest. */
export function ClosedRecords({ closed }: { closed: Timeline["closed"] }) {
  const told = closed.filter(({ refusal }) => refusal !== "NoKeyForCapsule");
  if (told.length === 0) return null;
  const reasons = new Set(told.map(({ refusal }) => reasonOf(refusal)));
  return (
    <Notice kind="careful">
      {words.chart.closed(told.length)} {[...reasons].join(" ")}
    </Notice>
  );
}
