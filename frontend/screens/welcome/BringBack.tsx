import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useWorld } from "../../app/World.tsx";
import { bringBack } from "../../session/session.ts";
import { Button } from "../../ui/Button.tsx";
import { CodeField } from "../../ui/CodeField.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "../../words/words.ts";

/** Wallet and chart from the paper, on a device that knows nothing of either. */
export function BringBack({ onBack }: { onBack: () => void }) {
  const { configuration } = useWorld();
  const [code, setCode] = useState("");
  const bringing = useMutation({ mutationFn: () => bringBack(configuration, code) });
  const { title, lead, code: label, action, working } = words.vault.bringBack;
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        bringing.mutate();
      }}
    >
      <PageHead title={title} lead={lead} />
      <CodeField label={label} autoFocus value={code} onChange={setCode} />
      <ErrorNotice error={bringing.error} />
      <div className="flex flex-wrap justify-end gap-3">
        <Button kind="quiet" onClick={onBack} disabled={bringing.isPending}>
          {words.common.back}
        </Button>
        <Button kind="main" type="submit" isWorking={bringing.isPending}>
          {action}
        </Button>
      </div>
      {bringing.isPending && <Waiting what={working} />}
    </form>
  );
}
