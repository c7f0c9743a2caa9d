import { useMutation } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { DigitsTried } from "../../keeper/desk/AtDesk.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { TimeLeft } from "../../ui/TimeLeft.tsx";
import { useSecondsUntil } from "../../ui/useSecondsUntil.ts";

type DigitsFormProps = {
  until: number;
  says: Record<"label" | "hint" | "submit" | "comparing" | "over", string> & { wrong: (left: number) => string };
  onTry: (digits: string) => Promise<DigitsTried>;
  onRight: () => void;
  /** Who is at the other screen. */
  children: ReactNode;
};

/** The digits that show that it is really the screen in front of one. */
export function DigitsForm({ until, says, onTry, onRight, children }: DigitsFormProps) {
  const [digits, setDigits] = useState("");
  const isOver = useSecondsUntil(until) === 0;
  const trying = useMutation({
    mutationFn: onTry,
    onSuccess: ({ areRight }) => (areRight ? onRight() : setDigits("")),
  });
  const triesLeft = trying.data?.triesLeft;
  return (
    <Panel className="flex flex-col gap-5">
      {children}
      {triesLeft !== undefined && !trying.data?.areRight && <Notice kind="careful">{says.wrong(triesLeft)}</Notice>}
      <ErrorNotice error={trying.error} />
      {isOver && <Notice kind="careful">{says.over}</Notice>}
      {!isOver && triesLeft !== 0 && (
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            trying.mutate(digits);
          }}
        >
          <Field
            label={says.label}
            hint={says.hint}
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            required
            value={digits}
            // People type the gap that they hear.
            onChange={(event) => setDigits(event.target.value.replace(/\D/g, "").slice(0, 6))}
          />
          <TimeLeft until={until} />
          <Button kind="main" type="submit" disabled={digits.length < 6} isWorking={trying.isPending}>
            {trying.isPending ? says.comparing : says.submit}
          </Button>
        </form>
      )}
    </Panel>
  );
}
