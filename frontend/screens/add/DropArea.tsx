import { type DragEvent, useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { words } from "../../words/words.ts";

type DropAreaProps = { onChoose: (files: File[]) => void };

/** Files by dropping them, or by the browser's own dialog. */
export function DropArea({ onChoose }: DropAreaProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { drop, choose, kinds } = words.adding;
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    onChoose([...event.dataTransfer.files]);
  };
  return (
    <section
      aria-label={drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={`flex flex-col items-center gap-3 rounded-panel border-2 border-dashed px-6 py-10 text-center transition-colors ${isOver ? "border-accent bg-accent-well" : "border-line bg-surface"}`}
    >
      <p className="text-lead">{drop}</p>
      <p className="text-small text-quiet">{kinds}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={choose}
        onChange={(event) => {
          onChoose([...(event.target.files ?? [])]);
          // The same file can be chosen again once it was mended.
          event.target.value = "";
        }}
      />
      <Button kind="main" onClick={() => input.current?.click()}>
        {choose}
      </Button>
    </section>
  );
}
