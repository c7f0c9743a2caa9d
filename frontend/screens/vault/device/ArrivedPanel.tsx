import { useEffect, useState } from "react";
import type { Address } from "viem";
import { endSession } from "../../../session/session.ts";
import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { TimeLeft } from "../../../ui/TimeLeft.tsx";
import { words } from "../../../words/words.ts";

type ArrivedPanelProps = { address: Address; isWorking: boolean; onYes: () => void };

/** As long as everything else at a desk: the keys are in the worker by now, and nobody may come back to this page. */
const patience = 2 * 60_000;

/**
 * The digits were typed into the other device, so that one knows this one. This one knows the other only by what the person
 * sees there: a stranger who answered first could have handed over a chart of their own, to be filled with somebody's life.
 */
export function ArrivedPanel({ address, isWorking, onYes }: ArrivedPanelProps) {
  const [until] = useState(() => Date.now() + patience);
  useEffect(() => {
    const ending = setTimeout(endSession, until - Date.now());
    return () => clearTimeout(ending);
  }, [until]);
  const { title, lead, compare, yes, no } = words.newDevice.join.arrived;
  return (
    <Panel role="status" className="flex flex-col gap-3">
      <h2 className="text-title font-semibold">{title}</h2>
      <p>{lead(words.common.address(address))}</p>
      <p className="text-quiet">{compare}</p>
      <TimeLeft until={until} />
      <div className="flex flex-wrap gap-3 pt-2">
        <Button kind="main" isWorking={isWorking} onClick={onYes}>
          {yes}
        </Button>
        <Button disabled={isWorking} onClick={endSession}>
          {no}
        </Button>
      </div>
    </Panel>
  );
}
