import { useState } from "react";
import type { Way } from "../../keeper/Keeper.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { words } from "../../words/words.ts";

type TypedWayProps = { isCode: boolean; isWorking: boolean; onUse: (way: Way) => void };

/** A way to unlock that is in somebody's head, or on their paper. */
export function TypedWay({ isCode, isWorking, onUse }: TypedWayProps) {
  const [typed, setTyped] = useState("");
  const { passphrase, recovery, recoveryHint, with: actions } = words.vault.locked;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        onUse(isCode ? { kind: "recovery", code: typed } : { kind: "passphrase", passphrase: typed });
      }}
    >
      <Field
        label={isCode ? recovery : passphrase}
        {...(isCode && { hint: recoveryHint })}
        type={isCode ? "text" : "password"}
        autoComplete={isCode ? "off" : "current-password"}
        spellCheck={false}
        required
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
      <Button kind="main" type="submit" isWorking={isWorking}>
        {actions[isCode ? "recovery" : "passphrase"]}
      </Button>
    </form>
  );
}
