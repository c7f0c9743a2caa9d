import { useRef, useState } from "react";
import { loadedWhenUsed } from "../../../app/loadedWhenUsed.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { words } from "../../../words/words.ts";
import type { HandKind } from "./ByHandForm.tsx";

const ByHandForm = loadedWhenUsed(async () => (await import("./ByHandForm.tsx")).ByHandForm);

type ByHandProps = { onWritten: (file: File) => void };

/** For what there is no file of. What is written becomes one, and goes the way of those that were dropped. */
export function ByHand({ onWritten }: ByHandProps) {
  const [open, setOpen] = useState<HandKind>();
  const opener = useRef<HTMLButtonElement>(null);
  const { title, kinds } = words.byHand;
  const close = () => {
    setOpen(undefined);
    opener.current?.focus();
  };
  return (
    <Panel aria-label={title}>
      <h2 className="pb-3 font-sans text-body font-semibold">{title}</h2>
      <div className="flex flex-wrap gap-3">
        {Object.entries(kinds).map(([kind, text]) => (
          <Button
            key={kind}
            aria-expanded={kind === open}
            className="aria-expanded:border-accent aria-expanded:bg-accent-well"
            onClick={({ currentTarget }) => {
              opener.current = currentTarget;
              setOpen(kind === open ? undefined : (kind as HandKind));
            }}
          >
            {text}
          </Button>
        ))}
      </div>
      {open !== undefined && (
        <div className="pt-5">
          <ByHandForm
            key={open}
            kind={open}
            onWritten={(file) => {
              onWritten(file);
              close();
            }}
            onCancel={close}
          />
        </div>
      )}
    </Panel>
  );
}
