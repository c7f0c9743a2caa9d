import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { boardDeskQuery, licensingKey } from "../../queries/licensing.ts";
import { announce } from "../../session/announcement.ts";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Field } from "../../ui/Field.tsx";
import { TitledPanel } from "../../ui/TitledPanel.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { boardWords } from "../../words/licensingWords.ts";

const says = boardWords.keep;

/** The secret under which the numbers of this board's licences stand on the chain. */
export function SecretPart({ jurisdiction }: { jurisdiction: string }) {
  const { data: desk, error } = useQuery(boardDeskQuery(useMe(), jurisdiction));
  if (desk === undefined) {
    return error === null ? <Waiting what={boardWords.loading} /> : <ErrorNotice error={error} />;
  }
  const isHere = desk.secret === "here";
  return (
    <div className="max-w-3xl">
      <TitledPanel title={says.title} lead={says.lead}>
        {isHere ? (
          <SecretHere jurisdiction={jurisdiction} hasOthers={desk.members.length > 1} />
        ) : (
          <div className="flex flex-col gap-6">
            <p>{desk.secret === "missing" ? says.missing : boardWords.secretAnother}</p>
            {desk.isNew && <Making jurisdiction={jurisdiction} />}
            <Entering jurisdiction={jurisdiction} />
          </div>
        )}
      </TitledPanel>
    </div>
  );
}

/** Something done with the secret, after which the board is looked at anew. */
function useSecretAct<Given = void>(act: (given: Given) => Promise<unknown>, done?: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: () => done !== undefined && announce(done),
    onSettled: () => queryClient.invalidateQueries({ queryKey: licensingKey }),
  });
}

function SecretHere({ jurisdiction, hasOthers }: { jurisdiction: string; hasOthers: boolean }) {
  const { keeper } = useMe();
  const [shown, setShown] = useState<string>();
  const showing = useMutation({ mutationFn: () => keeper.boardSecretText(jurisdiction), onSuccess: setShown });
  const handing = useSecretAct(() => keeper.handOnBoardSecret(jurisdiction), says.handedOn);
  return (
    <div className="flex flex-col gap-4">
      <p>{says.here}</p>
      <ErrorNotice error={showing.error ?? handing.error} />
      {shown !== undefined && (
        <figure className="rounded-field border border-line px-4 py-3">
          <figcaption className="text-small text-quiet">{says.printed(jurisdiction)}</figcaption>
          <p className="py-2 font-mono text-lead break-words">{shown}</p>
          <p className="text-small text-quiet">{says.printedNote}</p>
        </figure>
      )}
      <div className="flex flex-wrap gap-3 print:hidden">
        {shown === undefined ? (
          <Button isWorking={showing.isPending} onClick={() => showing.mutate()}>
            {says.show}
          </Button>
        ) : (
          <>
            <Button onClick={() => print()}>{says.print}</Button>
            <Button onClick={() => setShown(undefined)}>{says.hide}</Button>
          </>
        )}
        {hasOthers && (
          <Button isWorking={handing.isPending} onClick={() => handing.mutate()}>
            {handing.isPending ? says.handingOn : says.handOn}
          </Button>
        )}
      </div>
    </div>
  );
}

function Making({ jurisdiction }: { jurisdiction: string }) {
  const { keeper } = useMe();
  const making = useSecretAct(() => keeper.makeBoardSecret(jurisdiction));
  return (
    <div className="flex flex-col gap-3">
      <p>{says.makeLead}</p>
      <ErrorNotice error={making.error} />
      <Button kind="main" className="self-start" isWorking={making.isPending} onClick={() => making.mutate()}>
        {making.isPending ? says.making : says.make}
      </Button>
    </div>
  );
}

function Entering({ jurisdiction }: { jurisdiction: string }) {
  const { keeper } = useMe();
  const [text, setText] = useState("");
  const entering = useSecretAct((typed: string) => keeper.enterBoardSecret(jurisdiction, typed), says.entered);
  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        entering.mutate(text);
      }}
    >
      <Field
        label={says.enter}
        hint={says.enterHint}
        required
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      <ErrorNotice error={entering.error} />
      <Button type="submit" className="self-start" isWorking={entering.isPending}>
        {entering.isPending ? says.entering : says.enterAction}
      </Button>
    </form>
  );
}
