import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { DeskRequest } from "../../../keeper/desk/AtDesk.ts";
import { useMe } from "../../../session/useMe.ts";
import { Button } from "../../../ui/Button.tsx";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { TimeLeft } from "../../../ui/TimeLeft.tsx";
import { useSecondsUntil } from "../../../ui/useSecondsUntil.ts";
import { words } from "../../../words/words.ts";
import { WhoAsks } from "./WhoAsks.tsx";

/** Who asks, and the digits that show that it is really the screen in front of one. */
export function DigitsForm({ request, onRight }: { request: DeskRequest; onRight: () => void }) {
  const { keeper } = useMe();
  const [digits, setDigits] = useState("");
  const isOver = useSecondsUntil(request.until) === 0;
  const entering = useMutation({
    mutationFn: (typed: string) => keeper.enterDigits(typed),
    onSuccess: ({ areRight }) => (areRight ? onRight() : setDigits("")),
  });
  const { wrong, over } = words.desk.type;
  const triesLeft = entering.data?.triesLeft;
  return (
    <Panel className="flex flex-col gap-5">
      <WhoAsks request={request} />
      {triesLeft !== undefined && !entering.data?.areRight && <Notice kind="careful">{wrong(triesLeft)}</Notice>}
      <ErrorNotice error={entering.error} />
      {isOver && <Notice kind="careful">{over}</Notice>}
      {!isOver && triesLeft !== 0 && (
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            entering.mutate(digits);
          }}
        >
          <DigitsField digits={digits} onChange={setDigits} />
          <TimeLeft until={request.until} />
          <Button kind="main" type="submit" disabled={digits.length < 6} isWorking={entering.isPending}>
            {entering.isPending ? words.desk.type.comparing : words.desk.type.submit}
          </Button>
        </form>
      )}
    </Panel>
  );
}

function DigitsField({ digits, onChange }: { digits: string; onChange: (digits: string) => void }) {
  const { label, hint } = words.desk.type;
  return (
    <Field
      label={label}
      hint={hint}
      inputMode="numeric"
      autoComplete="one-time-code"
      autoFocus
      required
      value={digits}
      // People type the gap that they hear.
      onChange={(event) => onChange(event.target.value.replace(/\D/g, "").slice(0, 6))}
    />
  );
}
