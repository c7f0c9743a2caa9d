import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { CodeField } from "../../ui/CodeField.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TitledPanel } from "../../ui/TitledPanel.tsx";
import { words } from "../../words/words.ts";

/** Does the code on the paper still open this vault? */
export function TestCodePanel({ isMadeHere }: { isMadeHere: boolean }) {
  const { keeper } = useMe();
  const [code, setCode] = useState("");
  const testing = useMutation({ mutationFn: () => keeper.testRecoveryCode(code) });
  const { title, lead, code: label, action, working, results, elsewhere, vaultOnly } = words.vaultScreen.test;
  return (
    <TitledPanel title={title} lead={lead}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          testing.mutate();
        }}
      >
        <CodeField
          label={label}
          value={code}
          onChange={(typed) => {
            setCode(typed);
            testing.reset();
          }}
        />
        <ErrorNotice error={testing.error} />
        {testing.data !== undefined && (
          <Notice kind={testing.data === "nothing" ? "careful" : "calm"}>
            {results[testing.data]} {testing.data === "vault" && (isMadeHere ? vaultOnly : elsewhere)}
          </Notice>
        )}
        <Button className="self-start" type="submit" isWorking={testing.isPending}>
          {testing.isPending ? working : action}
        </Button>
      </form>
    </TitledPanel>
  );
}
