import { type DragEvent, useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { batchWords } from "../../words/batchWords.ts";
import { type PlacedFile, filesChosen, filesDropped } from "./filesDropped.ts";

type BatchDropProps = { onChoose: (files: PlacedFile[]) => void };

/** Files or a whole folder, by dropping or by the browser's own dialogs. */
export function BatchDrop({ onChoose }: BatchDropProps) {
  const [isOver, setOver] = useState(false);
  const { drop, dropHow, chooseFiles, chooseFolder } = batchWords;
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void filesDropped(event.dataTransfer).then(onChoose);
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
      className={`flex flex-col items-center gap-3 rounded-panel border-2 border-dashed px-6 py-8 text-center transition-colors ${isOver ? "border-accent bg-accent-well" : "border-line bg-surface"}`}
    >
      <p className="text-lead">{drop}</p>
      <p className="max-w-2xl text-small text-quiet">{dropHow}</p>
      <div className="flex flex-wrap justify-center gap-3">
        <Chooser label={chooseFiles} onChoose={onChoose} />
        <Chooser label={chooseFolder} isFolder onChoose={onChoose} />
      </div>
    </section>
  );
}

function Chooser({ label, isFolder = false, onChoose }: BatchDropProps & { label: string; isFolder?: boolean }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={label}
        {...(isFolder && { webkitdirectory: "" })}
        onChange={({ target }) => {
          onChoose(filesChosen(target.files ?? []));
          // The same files can be chosen again, to go on.
          target.value = "";
        }}
      />
      <Button kind={isFolder ? "plain" : "main"} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
