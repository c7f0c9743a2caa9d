import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Field } from "../../ui/Field.tsx";
import { boardWords } from "../../words/licensingWords.ts";
import { dayAfterYears, endOfDay, startOfDay } from "./termDays.ts";

type TermFormProps = {
  /** Otherwise only the end is asked for. */
  hasBeginning?: boolean;
  /** Of a licence that is renewed: when its term ends, in Unix seconds. */
  after?: number | undefined;
  action: string;
  working: string;
  isWorking: boolean;
  error: Error | null;
  onSubmit: (term: { validFrom: number; validUntil: number }) => void;
};

const usualYears = 2;

/** From which day until which; two years unless somebody says otherwise. */
export function TermForm({ hasBeginning = false, after, action, working, isWorking, error, onSubmit }: TermFormProps) {
  const now = Date.now() / 1000;
  const [from, setFrom] = useState(() => dayAfterYears(now, 0));
  const [until, setUntil] = useState(() => dayAfterYears(Math.max(now, after ?? 0), usualYears));
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit({ validFrom: startOfDay(from), validUntil: endOfDay(until) });
      }}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        {hasBeginning && (
          <Field
            label={boardWords.issue.from}
            type="date"
            required
            value={from}
            onChange={({ target }) => setFrom(target.value)}
          />
        )}
        <Field
          label={boardWords.issue.until}
          type="date"
          required
          value={until}
          onChange={({ target }) => setUntil(target.value)}
        />
      </div>
      <ErrorNotice error={error} />
      <Button kind="main" type="submit" className="self-start" isWorking={isWorking}>
        {isWorking ? working : action}
      </Button>
    </form>
  );
}
