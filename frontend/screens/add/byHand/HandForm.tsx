import { type ReactNode, useState } from "react";
import { fileOfResource } from "../../../fhir/write/fileOfResource.ts";
import type { Written, WritingFault } from "../../../fhir/write/Written.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { words } from "../../../words/words.ts";
import type { HandFormEnds } from "./ByHandForm.tsx";

type HandFormProps = HandFormEnds & {
  label: string;
  write: (now: Date) => Written;
  /** Of the file that comes of it. */
  name: string;
  /** Where no value is one, what would be. */
  noValue?: string;
  children: ReactNode;
};

/** Fields, what is wrong with them, and a file once nothing is. */
export function HandForm({ label, write, name, noValue, children, onWritten, onCancel }: HandFormProps) {
  const [fault, setFault] = useState<WritingFault>();
  const sentences: Record<WritingFault, string | undefined> = { ...words.byHand.faults, NoValue: noValue };
  return (
    <form
      noValidate
      aria-label={label}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const written = write(new Date());
        setFault(written.fault);
        if (written.resource !== undefined) onWritten(fileOfResource(written.resource, name));
      }}
    >
      <div className="grid items-start gap-4 sm:grid-cols-2">{children}</div>
      {fault !== undefined && <Notice kind="careful">{sentences[fault]}</Notice>}
      <div className="flex flex-wrap gap-3">
        <Button kind="main" type="submit">
          {words.byHand.done}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {words.common.cancel}
        </Button>
      </div>
    </form>
  );
}
