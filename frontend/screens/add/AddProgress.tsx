import type { Progress } from "#core/chart/publishRecords.ts";
import { Button } from "../../ui/Button.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "../../words/words.ts";

type AddProgressProps = { progress: Progress | undefined; onCancel: () => void };

/** How far it is, in bytes. Once all is stored there is nothing to stop: the signature can be declined. */
export function AddProgress({ progress, onCancel }: AddProgressProps) {
  const isStored = progress !== undefined && progress.done >= progress.total;
  const { working, sealing, signing, bytes, progress: label, cancel } = words.adding;
  if (isStored) {
    return (
      <Panel>
        <Waiting what={signing} />
      </Panel>
    );
  }
  return (
    <Panel className="flex flex-col gap-4">
      <p role="status" className="font-semibold">
        {working}
      </p>
      <progress aria-label={label} className="h-2 w-full accent-accent" value={progress?.done} max={progress?.total} />
      {progress !== undefined && (
        <p className="text-small text-quiet tabular-nums">{sealing(bytes(progress.done), bytes(progress.total))}</p>
      )}
      <Button className="self-start" onClick={onCancel}>
        {cancel}
      </Button>
    </Panel>
  );
}
