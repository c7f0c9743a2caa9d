import type { TakeProgress as Progress } from "../../keeper/taking/TakesAlong.ts";
import { Button } from "../../ui/Button.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { takingWords } from "../../words/takingWords.ts";

export function TakeProgress({ progress, onStop }: { progress: Progress | undefined; onStop: () => void }) {
  const { working, finishing, progress: label, read, stop } = takingWords;
  const isRead = progress !== undefined && progress.done >= progress.total;
  return (
    <Panel className="flex max-w-2xl flex-col gap-4">
      <p role="status" className="font-semibold">
        {isRead ? finishing : working}…
      </p>
      <progress aria-label={label} className="h-2 w-full accent-accent" value={progress?.done} max={progress?.total} />
      <p className="text-small text-quiet tabular-nums">{progress && read(progress.done, progress.total)}</p>
      <Button className="self-start" onClick={onStop}>
        {stop}
      </Button>
    </Panel>
  );
}
