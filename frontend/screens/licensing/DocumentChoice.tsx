import { useId, useRef } from "react";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { licensingWords } from "../../words/licensingWords.ts";

type DocumentChoiceProps = { files: File[]; onChange: (files: File[]) => void };

const [mostFiles, mostBytes] = [20, 20_000_000];

export function areTooLarge(files: readonly File[]): boolean {
  return files.length > mostFiles || files.reduce((sum, { size }) => sum + size, 0) > mostBytes;
}

/** Papers that go along with what somebody writes to a board. */
export function DocumentChoice({ files, onChange }: DocumentChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  const hintId = useId();
  const { drop, hint, choose, remove, tooLarge } = licensingWords.files;
  return (
    <fieldset className="flex flex-col gap-2" aria-describedby={hintId}>
      <legend className="font-semibold">{drop}</legend>
      <p id={hintId} className="text-small text-quiet">
        {hint}
      </p>
      <ul className="flex flex-col gap-2 empty:hidden">
        {files.map((file, place) => (
          <li
            key={`${file.name}/${place}`}
            className="flex items-center justify-between gap-3 rounded-field border border-line px-4 py-1"
          >
            <span className="min-w-0 break-words">{file.name}</span>
            <Button
              kind="quiet"
              aria-label={remove(file.name)}
              onClick={() => onChange(files.filter((_, other) => other !== place))}
            >
              ×
            </Button>
          </li>
        ))}
      </ul>
      {areTooLarge(files) && <Notice kind="careful">{tooLarge}</Notice>}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept="application/pdf,image/*"
        aria-label={choose}
        onChange={({ target }) => {
          onChange([...files, ...(target.files ?? [])]);
          target.value = "";
        }}
      />
      <Button className="self-start" onClick={() => input.current?.click()}>
        {choose}
      </Button>
    </fieldset>
  );
}
