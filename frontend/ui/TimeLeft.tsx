import { words } from "../words/words.ts";
import { useSecondsUntil } from "./useSecondsUntil.ts";

/** How long something still holds. It is not read out each second. */
export function TimeLeft({ until }: { until: number }) {
  return (
    <p role="timer" aria-live="off" className="text-small text-quiet tabular-nums">
      {words.desk.timeLeft(useSecondsUntil(until))}
    </p>
  );
}
