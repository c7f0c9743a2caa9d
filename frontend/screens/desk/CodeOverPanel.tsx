import { Button } from "../../ui/Button.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { words } from "../../words/words.ts";

type CodeOverPanelProps = {
  says: Record<"over" | "overLead", string>;
  onRenew: () => void;
  onStop: () => void;
};

/** A code that led to nothing, and another one. */
export function CodeOverPanel({ says, onRenew, onStop }: CodeOverPanelProps) {
  const { renew, stop } = words.desk.code;
  return (
    <Panel role="alert">
      <h2 className="text-title font-semibold">{says.over}</h2>
      <p className="pt-1 pb-4 text-quiet">{says.overLead}</p>
      <div className="flex flex-wrap gap-3">
        <Button kind="main" onClick={onRenew}>
          {renew}
        </Button>
        <Button onClick={onStop}>{stop}</Button>
      </div>
    </Panel>
  );
}
