import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { BoardApplication } from "../../keeper/licensing/Licensing.ts";
import { licensingKey } from "../../queries/licensing.ts";
import { announce } from "../../session/announcement.ts";
import { useMe } from "../../session/useMe.ts";
import { TitledPanel } from "../../ui/TitledPanel.tsx";
import { boardWords as words } from "../../words/licensingWords.ts";
import { ReasonForm } from "./ReasonForm.tsx";
import { isOpenApplication } from "./isOpenApplication.ts";
import type { Seat } from "./Seat.ts";
import { TermForm } from "./TermForm.tsx";
import { useDeciding } from "./useDeciding.ts";

/** What the board can do about an application that is not answered. */
export function ApplicationActs({ application, seat }: { application: BoardApplication; seat: Seat }) {
  if (!isOpenApplication(application.state)) return null;
  const { purpose } = application.application.content;
  return (
    <>
      {purpose === "new" ? (
        <Issuing application={application} seat={seat} />
      ) : (
        <Renewing application={application} seat={seat} />
      )}
      {seat.delay === 0 && <Asking application={application} jurisdiction={seat.jurisdiction} />}
      <Declining application={application} seat={seat} />
    </>
  );
}

type ActProps = { application: BoardApplication; seat: Seat };

function Issuing({ application: { id, application }, seat }: ActProps) {
  const { name } = application.content;
  const { title, action, propose, working, done, doneUntold } = words.issue;
  const issuing = useDeciding(seat, ({ isTold }) => (isTold ? done(name) : doneUntold(name)));
  return (
    <TitledPanel title={title}>
      <TermForm
        hasBeginning
        action={seat.delay === 0 ? action : propose}
        working={working}
        isWorking={issuing.isPending}
        error={issuing.error}
        onSubmit={(term) => issuing.mutate({ act: "issue", of: id, ...term })}
      />
    </TitledPanel>
  );
}

function Renewing({ application: { id, application, licence }, seat }: ActProps) {
  const { by: holder, kind } = application;
  const { title, action, propose, working, done } = words.renew;
  const renewing = useDeciding(seat, () => done);
  return (
    <TitledPanel title={title}>
      <TermForm
        after={licence?.validUntil}
        action={seat.delay === 0 ? action : propose}
        working={working}
        isWorking={renewing.isPending}
        error={renewing.error}
        onSubmit={({ validUntil }) => renewing.mutate({ act: "renew", of: id, holder, kind, validUntil })}
      />
    </TitledPanel>
  );
}

function Asking({ application: { id }, jurisdiction }: { application: BoardApplication; jurisdiction: string }) {
  const { keeper } = useMe();
  const queryClient = useQueryClient();
  const { title, label, action, working, done } = words.ask;
  const asking = useMutation({
    mutationFn: (text: string) => keeper.askApplicant(jurisdiction, { of: id, text }),
    onSuccess: () => announce(done),
    onSettled: () => queryClient.invalidateQueries({ queryKey: licensingKey }),
  });
  const { isPending: isWorking, error } = asking;
  return (
    <TitledPanel title={title}>
      <ReasonForm {...{ label, action, working, isWorking, error }} onSubmit={(text) => asking.mutate(text)} />
    </TitledPanel>
  );
}

function Declining({ application: { id }, seat }: ActProps) {
  const { title, label, hint, action: decide, propose, working, done } = words.decline;
  const declining = useDeciding(seat, () => done);
  const { isPending: isWorking, error } = declining;
  const action = seat.delay === 0 ? decide : propose;
  return (
    <TitledPanel title={title}>
      <ReasonForm
        {...{ label, hint, action, working, isWorking, error }}
        isGrave
        onSubmit={(reason) => declining.mutate({ act: "decline", of: id, reason })}
      />
    </TitledPanel>
  );
}
