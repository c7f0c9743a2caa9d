import { type ReactNode, useEffect, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { QrCode } from "../../ui/QrCode.tsx";
import { TimeLeft } from "../../ui/TimeLeft.tsx";
import { useSecondsUntil } from "../../ui/useSecondsUntil.ts";
import { words } from "../../words/words.ts";

type CodePanelProps = {
  link: string;
  until: number;
  says: Record<"title" | "lead" | "picture" | "link", string>;
  onOver: () => void;
  onStop: () => void;
  children?: ReactNode;
};

/** What another device scans. Its time is over by the clock: a device that slept meanwhile counts all else too slowly. */
export function CodePanel({ link, until, says, onOver, onStop, children }: CodePanelProps) {
  const isOver = useSecondsUntil(until) === 0;
  useEffect(() => {
    if (isOver) onOver();
  }, [isOver, onOver]);
  return (
    <Panel className="flex flex-col gap-4">
      <div role="status">
        <h2 className="text-title font-semibold">{says.title}</h2>
        <p className="pt-1 text-quiet">{says.lead}</p>
      </div>
      <div className="w-full max-w-96 self-center">
        <QrCode text={link} label={says.picture} />
      </div>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <TimeLeft until={until} />
        <Button onClick={onStop}>{words.desk.code.stop}</Button>
      </div>
      <CopiedLink link={link} about={says.link} />
      {children}
    </Panel>
  );
}

function CopiedLink({ link, about }: { link: string; about: string }) {
  const [isCopied, setCopied] = useState(false);
  const { copy, copied } = words.desk.code;
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
