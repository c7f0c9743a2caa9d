import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { isAddressEqual } from "viem";
import { noPaper } from "#core/licensing/paperId.ts";
import type { BoardDesk, BoardProposalStory } from "../../keeper/licensing/Licensing.ts";
import { licensingKey } from "../../queries/licensing.ts";
import { announce } from "../../session/announcement.ts";
import { useMe } from "../../session/useMe.ts";
import { nameOf, rememberName } from "../../transactions/names.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { dayText } from "../../ui/dayText.ts";
import { boardWords as words } from "../../words/licensingWords.ts";
import { ReasonForm } from "./ReasonForm.tsx";
import type { Seat } from "./Seat.ts";

type ProposalPanelProps = Seat & { story: BoardProposalStory; desk: BoardDesk };

/** What a member would have done; another one, who may act alone, does it or sends it back. */
export function ProposalPanel({ story, jurisdiction, delay, desk }: ProposalPanelProps) {
  const { proposal, state, answer } = story;
  const { act, holder, by, at, content, validFrom, validUntil } = proposal;
  if (content.name !== "") rememberName(holder, content.name);
  const isOwn = isAddressEqual(by, useMe().address);
  const { acts, by: proposedBy, own, window, until, reason, states, look } = words.proposal;
  const isThere = desk.applications.some(({ id }) => id === content.of);
  return (
    <Panel className="flex flex-col gap-3" aria-label={acts[act](nameOf(holder))}>
      <header className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 className="text-lead font-semibold">{acts[act](nameOf(holder))}</h3>
        <span className="rounded-full bg-well px-3 text-small font-semibold">{states[state]}</span>
      </header>
      <p className="text-small text-quiet">{isOwn ? own(dayText(at)) : proposedBy(nameOf(by), dayText(at))}</p>
      {validUntil > 0 && (
        <p>{validFrom > 0 ? window(dayText(validFrom), dayText(validUntil)) : until(dayText(validUntil))}</p>
      )}
      {content.reason !== "" && <p dir="auto">{reason(content.reason)}</p>}
      {answer !== undefined && (
        <p dir="auto" className="rounded-field bg-well px-4 py-3">
          {answer}
        </p>
      )}
      {content.of !== noPaper && isThere && (
        <Link
          to="/board/$application"
          params={{ application: content.of }}
          className="self-start font-semibold text-accent underline"
        >
          {look}
        </Link>
      )}
      {state === "waiting" && delay === 0 && !isOwn && <Deciding id={story.id} jurisdiction={jurisdiction} />}
    </Panel>
  );
}

function Deciding({ id, jurisdiction }: { id: BoardProposalStory["id"]; jurisdiction: string }) {
  const { keeper } = useMe();
  const queryClient = useQueryClient();
  const [isSendingBack, setIsSendingBack] = useState(false);
  const onSettled = () => queryClient.invalidateQueries({ queryKey: licensingKey });
  const { approve, approving, approved, back, backLabel, sendingBack, sentBack } = words.proposal;
  const approval = useMutation({
    mutationFn: () => keeper.approveProposal(jurisdiction, id),
    onSuccess: () => announce(approved),
    onSettled,
  });
  const refusal = useMutation({
    mutationFn: (text: string) => keeper.sendProposalBack(jurisdiction, { proposal: id, text }),
    onSuccess: () => announce(sentBack),
    onSettled,
  });
  return (
    <>
      <ErrorNotice error={approval.error} />
      <div className="flex flex-wrap gap-3">
        <Button kind="main" isWorking={approval.isPending} onClick={() => approval.mutate()}>
          {approval.isPending ? approving : approve}
        </Button>
        {!isSendingBack && <Button onClick={() => setIsSendingBack(true)}>{back}</Button>}
      </div>
      {isSendingBack && (
        <ReasonForm
          label={backLabel}
          action={back}
          working={sendingBack}
          isWorking={refusal.isPending}
          error={refusal.error}
          onSubmit={(text) => refusal.mutate(text)}
        />
      )}
    </>
  );
}
