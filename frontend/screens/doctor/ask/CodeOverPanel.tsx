import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { words } from "../../../words/words.ts";

export function CodeOverPanel({ onRenew, onStop }: { onRenew: () => void; onStop: () => void }) {
  const { over, overLead, renew, stop } = words.desk.code;
  return (
    <Panel role="alert">
      <h2 className="text-title font-semibold">{over}</h2>
      <p className="pt-1 pb-4 text-quiet">{overLead}</p>
      <div className="flex flex-wrap gap-3">
        <Button kind="main" onClick={onRenew}>
          {renew}
        </Button>
        <Button onClick={onStop}>{stop}</Button>
      </div>
    </Panel>
  );
}
