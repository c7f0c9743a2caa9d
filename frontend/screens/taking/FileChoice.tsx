import { useRef } from "react";
import { Button } from "../../ui/Button.tsx";

type FileChoiceProps = { label: string; accept: string; onChoose: (file: File | undefined) => void };

/** One file by the browser's own dialog, behind a button that looks like all others. */
export function FileChoice({ label, accept, onChoose }: FileChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={(event) => onChoose(event.target.files?.[0])}
      />
      <Button className="self-start" onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  );
}
