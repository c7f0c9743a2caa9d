import { Button } from "../../ui/Button.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { TimeLeft } from "../../ui/TimeLeft.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { useSecondsUntil } from "../../ui/useSecondsUntil.ts";
import { words } from "../../words/words.ts";

type DigitsPanelProps = {
  digits: string;
  until: number;
  says: Record<"title" | "lead" | "waiting" | "over", string>;
  onRenew: () => void;
  onStop: () => void;
};

/** The digits, on this screen only; once their time is over they are gone, and the other side may still be at it. */
export function DigitsPanel({ digits, until, says, onRenew, onStop }: DigitsPanelProps) {
  const isOver = useSecondsUntil(until) === 0;
  const { title, lead, waiting, over } = says;
  const { spoken } = words.desk.digits;
  return (
    <Panel className="flex flex-col gap-4">
      <div role="status">
        <h2 className="text-title font-semibold">{title}</h2>
        <p className="pt-1 text-quiet">{isOver ? over : lead}</p>
        {!isOver && <Digits digits={digits} label={spoken(digits)} />}
      </div>
      {!isOver && <TimeLeft until={until} />}
      <Waiting what={waiting} />
      <div className="flex flex-wrap gap-3">
        <Button onClick={onRenew}>{words.desk.code.renew}</Button>
        <Button onClick={onStop}>{words.desk.code.stop}</Button>
      </div>
    </Panel>
  );
}

function Digits({ digits, label }: { digits: string; label: string }) {
  return (
    <p className="pt-5 text-center font-serif text-hero font-semibold tabular-nums">
      <span className="sr-only">{label}</span>
      <span aria-hidden className="inline-flex gap-[0.5em]">
        <span className="tracking-widest">{digits.slice(0, 3)}</span>
        <span className="tracking-widest">{digits.slice(3)}</span>
      </span>
    </p>
  );
}
