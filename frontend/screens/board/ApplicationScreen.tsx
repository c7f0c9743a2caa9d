import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { PaperId } from "#core/licensing/Paper.ts";
import type { BoardApplication } from "../../keeper/licensing/Licensing.ts";
import { boardDeskQuery, licensingKey } from "../../queries/licensing.ts";
import { announce } from "../../session/announcement.ts";
import { useMe } from "../../session/useMe.ts";
import { rememberName } from "../../transactions/names.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { dayText } from "../../ui/dayText.ts";
import { boardWords as words, licensingWords } from "../../words/licensingWords.ts";
import { StoryLines } from "../licensing/StoryLines.tsx";
import { ApplicationFacts } from "./ApplicationFacts.tsx";
import { ApplicationActs } from "./ApplicationActs.tsx";
import type { Seat } from "./Seat.ts";

/** One application: who asks for what, what speaks for and against it, and what the board can do. */
export function ApplicationScreen({ id, ...seat }: Seat & { id: PaperId }) {
  const { data: desk, error } = useQuery(boardDeskQuery(useMe(), seat.jurisdiction));
  const found = desk?.applications.find((it) => it.id === id);
  if (found !== undefined) rememberName(found.application.by, found.application.content.name);
  return (
    <div className="mx-auto max-w-3xl">
      <p className="pb-4">
        <Link to="/board" className="font-semibold text-accent underline">
          {words.back}
        </Link>
      </p>
      <ErrorNotice error={error} />
      {desk === undefined && error === null && <Waiting what={words.loading} />}
      {desk !== undefined && found === undefined && <Notice>{words.unknown}</Notice>}
      {found !== undefined && <Opened application={found} seat={seat} />}
    </div>
  );
}

function Opened({ application, seat }: { application: BoardApplication; seat: Seat }) {
  const { content, kind, at } = application.application;
  const asked = licensingWords.asked[content.purpose](licensingWords.kinds[kind]);
  return (
    <>
      <PageHead
        title={content.name}
        lead={words.applicationLead(asked, dayText(at), licensingWords.states[application.state])}
      />
      <div className="flex flex-col gap-5">
        <Panel>
          <ApplicationFacts application={application} />
        </Panel>
        <StoryLines story={application} />
        {application.lacksCredential && seat.delay === 0 && (
          <LateCredential id={application.id} jurisdiction={seat.jurisdiction} />
        )}
        <ApplicationActs application={application} seat={seat} />
      </div>
    </>
  );
}

/** What an interruption left behind. */
function LateCredential({ id, jurisdiction }: { id: PaperId; jurisdiction: string }) {
  const { keeper } = useMe();
  const queryClient = useQueryClient();
  const sending = useMutation({
    mutationFn: () => keeper.sendCredential(jurisdiction, id),
    onSuccess: () => announce(words.credentialSent),
    onSettled: () => queryClient.invalidateQueries({ queryKey: licensingKey }),
  });
  return (
    <Panel className="flex flex-col gap-3">
      <p>{words.lacksCredential}</p>
      <ErrorNotice error={sending.error} />
      <Button kind="main" className="self-start" isWorking={sending.isPending} onClick={() => sending.mutate()}>
        {sending.isPending ? words.sending : words.sendCredential}
      </Button>
    </Panel>
  );
}
