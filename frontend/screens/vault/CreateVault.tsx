import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import type { Keeper } from "../../keeper/Keeper.ts";
import { enter } from "../../session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Field } from "../../ui/Field.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { words } from "../../words/words.ts";
import { RecoveryCode } from "./RecoveryCode.tsx";

export function CreateVault({ keeper }: { keeper: Keeper }) {
  const [passphrase, setPassphrase] = useState("");
  const making = useMutation({ mutationFn: () => keeper.makeVault({ passphrase }) });
  if (making.data !== undefined) return <RecoveryCode code={making.data.recoveryCode} onDone={() => void enter()} />;
  const { title, lead, passphrase: label, hint, make, making: isMaking } = words.vault.create;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        making.mutate();
      }}
    >
      <PageHead title={title} lead={lead} />
      <Field
        label={label}
        hint={hint}
        type="text"
        autoComplete="new-password"
        spellCheck={false}
        required
        value={passphrase}
        onChange={(event) => setPassphrase(event.target.value)}
      />
      <ErrorNotice error={making.error} />
      <Button kind="main" type="submit" isWorking={making.isPending}>
        {making.isPending ? isMaking : make}
      </Button>
    </form>
  );
}
