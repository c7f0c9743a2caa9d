import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { CodeField } from "../../ui/CodeField.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { words } from "../../words/words.ts";

type OldCodeProps = { onCode: (code: string) => void; onLost: () => void };

/** The code that a wallet came from, which alone brings it back: so a renewed vault keeps it. */
export function OldCode({ onCode, onLost }: OldCodeProps) {
  const { keeper } = useMe();
  const [code, setCode] = useState("");
  const checking = useMutation({
    mutationFn: () => keeper.requireWalletCode(code),
    onSuccess: () => onCode(code),
  });
  const { title, leadHere, use, lost } = words.vaultScreen.remove.code;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        checking.mutate();
      }}
    >
      <PageHead title={title} lead={leadHere} />
      <CodeField label={words.vaultScreen.test.code} autoFocus value={code} onChange={setCode} />
      <ErrorNotice error={checking.error} />
      <div className="flex flex-wrap justify-end gap-3">
        <Button kind="quiet" onClick={onLost}>
          {lost}
        </Button>
        <Button kind="main" type="submit" isWorking={checking.isPending}>
          {use}
        </Button>
      </div>
    </form>
  );
}
