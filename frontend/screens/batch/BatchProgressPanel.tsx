import { useState } from "react";
import type { BatchProgress } from "../../keeper/batch/AddsInBatches.ts";
import { Button } from "../../ui/Button.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { batchWords } from "../../words/batchWords.ts";
import { words } from "../../words/words.ts";

type BatchProgressPanelProps = { progress: BatchProgress; onStop: () => void };

/** How far it is, by charts and by bytes. What is on its way to the chain is waited for when it is stopped. */
export function BatchProgressPanel({ progress, onStop }: BatchProgressPanelProps) {
  const [isStopping, setStopping] = useState(false);
  const { charts, chartsDone, bytes, bytesDone } = progress;
  const { working, progress: label, stay, stop, stopping } = batchWords;
  const { sealing, bytes: bytesText } = words.adding;
  return (
    <Panel className="flex flex-col gap-4">
      <p role="status" className="font-semibold">
        {working(chartsDone, charts)}
      </p>
      <progress aria-label={label} className="h-2 w-full accent-accent" value={bytesDone} max={bytes} />
      <p className="text-small text-quiet tabular-nums">{sealing(bytesText(bytesDone), bytesText(bytes))}</p>
      <p>{stay}</p>
      <Button
        className="self-start"
        isWorking={isStopping}
        onClick={() => {
          setStopping(true);
          onStop();
        }}
      >
        {isStopping ? stopping : stop}
      </Button>
    </Panel>
  );
}
