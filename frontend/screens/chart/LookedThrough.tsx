import type { Looked } from "../../results/createLookThrough.ts";
import { words } from "../../words/words.ts";

type LookedThroughProps = { looked: Looked; onTryAgain: () => void };

/** How far results were looked for, and what could not be had. Not read out at each step: the rows are what counts. */
export function LookedThrough({ looked: { done, total, refused, error }, onTryAgain }: LookedThroughProps) {
  if (error === undefined && done < total) return <p>{words.results.looking(done, total)}</p>;
  if (error === undefined && refused.size === 0) return null;
  const { stopped, refused: told } = words.results;
  return (
    <p role="status">
      {error === undefined ? told(refused.size) : stopped}{" "}
      <button type="button" onClick={onTryAgain} className="font-semibold text-accent underline">
        {words.common.tryAgain}
      </button>
    </p>
  );
}
