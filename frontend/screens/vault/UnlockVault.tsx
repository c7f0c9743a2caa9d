import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Way } from "../../keeper/Keeper.ts";
import { unlock } from "../../session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Field } from "../../ui/Field.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { words } from "../../words/words.ts";

export function UnlockVault({ ways }: { ways: string[] }) {
  const hasPassphrase = ways.includes("passphrase");
  const [isByCode, setIsByCode] = useState(!hasPassphrase);
  const [typed, setTyped] = useState("");
  const opening = useMutation({ mutationFn: (way: Way) => unlock(way) });
  const { title, lead, passphrase, recovery, unlock: action, useRecovery, usePassphrase } = words.vault.locked;
  const way: Way = isByCode ? { kind: "recovery", code: typed } : { kind: "passphrase", passphrase: typed };

  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        opening.mutate(way);
      }}
    >
      <PageHead title={title} lead={lead} />
      <Field
        label={isByCode ? recovery : passphrase}
        type={isByCode ? "text" : "password"}
        autoComplete={isByCode ? "off" : "current-password"}
        spellCheck={false}
        required
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ErrorNotice error={opening.error} />
      <Button kind="main" type="submit" isWorking={opening.isPending}>
        {opening.isPending ? words.vault.locked.unlocking : action}
      </Button>
      {hasPassphrase && (
        <Button
          kind="quiet"
          onClick={() => {
            setIsByCode(!isByCode);
            setTyped("");
            opening.reset();
          }}
        >
          {isByCode ? usePassphrase : useRecovery}
        </Button>
      )}
    </form>
  );
}
