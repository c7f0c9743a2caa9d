import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Field } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { words } from "../../words/words.ts";

/** Does the code on the paper still open this vault? */
export function TestCodePanel({ isMadeHere }: { isMadeHere: boolean }) {
  const { keeper } = useMe();
  const [code, setCode] = useState("");
  const testing = useMutation({ mutationFn: () => keeper.testRecoveryCode(code) });
  const { title, lead, code: label, action, working, results, elsewhere, vaultOnly } = words.vaultScreen.test;
  return (
    <Panel aria-labelledby="test-code">
      <h2 id="test-code" className="text-title font-semibold">
        {title}
      </h2>
      <p className="pt-1 text-quiet">{lead}</p>
      <form
        className="flex flex-col gap-4 pt-4"
        onSubmit={(event) => {
          event.preventDefault();
          testing.mutate();
        }}
      >
        <Field
          label={label}
          hint={words.vault.locked.recoveryHint}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          value={code}
          onChange={({ target }) => {
            setCode(target.value);
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
    </Panel>
  );
}
