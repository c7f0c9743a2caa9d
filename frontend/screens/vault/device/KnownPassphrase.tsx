import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Keeper } from "../../../keeper/Keeper.ts";
import { enter } from "../../../session/session.ts";
import { Button } from "../../../ui/Button.tsx";
import { ErrorNotice } from "../../../ui/ErrorNotice.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { words } from "../../../words/words.ts";

/** A vault has one passphrase, which is in somebody's head and so on every device; it is tried before it is relied on. */
export function KnownPassphrase({ keeper, isDisabled }: { keeper: Keeper; isDisabled: boolean }) {
  const [passphrase, setPassphrase] = useState("");
  const trying = useMutation({
    async mutationFn() {
      await keeper.unlock({ kind: "passphrase", passphrase });
      await enter();
    },
  });
  const { known, knownAction, knownWorking } = words.newDevice.join.way;
  return (
    <form
      className="flex flex-col gap-4 border-t border-line pt-6"
      onSubmit={(event) => {
        event.preventDefault();
        trying.mutate();
      }}
    >
      <ErrorNotice error={trying.error} />
      <Field
        label={words.vault.locked.passphrase}
        hint={known}
        type="password"
        autoComplete="current-password"
        spellCheck={false}
        required
        value={passphrase}
        onChange={({ target }) => setPassphrase(target.value)}
      />
      <Button type="submit" className="self-start" disabled={isDisabled} isWorking={trying.isPending}>
        {knownAction}
      </Button>
      {trying.isPending && <Waiting what={knownWorking} />}
    </form>
  );
}
