import { useEffect, useState } from "react";
import { deskLink } from "../../../desk/deskLink.ts";
import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { QrCode } from "../../../ui/QrCode.tsx";
import { TimeLeft } from "../../../ui/TimeLeft.tsx";
import { useSecondsUntil } from "../../../ui/useSecondsUntil.ts";
import { words } from "../../../words/words.ts";

type CodePanelProps = { offer: string; until: number; onOver: () => void; onStop: () => void };

/** Its time is over by the clock: a device that has slept meanwhile counts everything else too slowly. */
export function CodePanel({ offer, until, onOver, onStop }: CodePanelProps) {
  const isOver = useSecondsUntil(until) === 0;
  useEffect(() => {
    if (isOver) onOver();
  }, [isOver, onOver]);
  const { title, lead, picture, stop } = words.desk.code;
  const link = deskLink(offer);
  return (
    <Panel className="flex flex-col gap-4">
      <div role="status">
        <h2 className="text-title font-semibold">{title}</h2>
        <p className="pt-1 text-quiet">{lead}</p>
      </div>
      <div className="w-full max-w-96 self-center">
        <QrCode text={link} label={picture} />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <TimeLeft until={until} />
        <Button onClick={onStop}>{stop}</Button>
      </div>
      <CopiedLink link={link} />
    </Panel>
  );
}

function CopiedLink({ link }: { link: string }) {
  const [isCopied, setCopied] = useState(false);
  const { copy, copied, link: about } = words.desk.code;
  const onCopy = async () => {
    await navigator.clipboard.writeText(link);
    setCopied(true);
  };
  return (
    <details className="border-t border-line pt-4">
      <summary className="text-small font-semibold text-accent">{about}</summary>
      <p className="py-3 font-mono text-small break-all select-all">{link}</p>
      <Button onClick={() => void onCopy()}>{isCopied ? copied : copy}</Button>
    </details>
  );
}
