import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { words } from "../../words/words.ts";
import { groupsOf, groupsToAsk, isGroup } from "./recoveryGroups.ts";

type RecoveryCodeTestProps = { code: string; onDone: () => void; onBack: () => void };

/** Whether the code is on paper, and can be read there. */
export function RecoveryCodeTest({ code, onDone, onBack }: RecoveryCodeTestProps) {
  const groups = groupsOf(code);
  const [asked] = useState(() => groupsToAsk(groups));
  const [typed, setTyped] = useState<Record<number, string>>({});
  const [wrong, setWrong] = useState<number>();
  const { title, lead, hint, wrong: sentence, check, back } = words.vault.test;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const mistaken = asked.find((place) => !isGroup(groups[place]!, typed[place] ?? ""));
        setWrong(mistaken);
        if (mistaken === undefined) onDone();
      }}
    >
      <PageHead title={title} lead={lead} />
      <div className="grid gap-4 sm:grid-cols-2">
        {asked.map((place, i) => (
          <Field
            key={place}
            label={words.vault.code.group(place + 1)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            autoFocus={i === 0}
            required
            aria-invalid={wrong === place}
            value={typed[place] ?? ""}
            onChange={({ target }) => setTyped({ ...typed, [place]: target.value })}
          />
        ))}
      </div>
      <p className="text-small text-quiet">{hint}</p>
      {wrong !== undefined && <Notice kind="careful">{sentence(wrong + 1)}</Notice>}
      <div className="flex flex-wrap justify-end gap-3 pt-2">
        <Button kind="quiet" onClick={onBack}>
          {back}
        </Button>
        <Button kind="main" type="submit">
          {check}
        </Button>
      </div>
    </form>
  );
}
