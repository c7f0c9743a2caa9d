import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { LicenceKind, OwnLicence } from "../../keeper/licensing/Licensing.ts";
import { licensingKey } from "../../queries/licensing.ts";
import { announce } from "../../session/announcement.ts";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { TitledPanel } from "../../ui/TitledPanel.tsx";
import { plainLinkLook } from "../../ui/linkLook.ts";
import { licenceWords as words, licensingWords } from "../../words/licensingWords.ts";
import { standingSentence } from "./standingSentence.ts";

/** A licence as the register has it, what its board says of it, and what its holder can do about it. */
export function OwnLicencePanel({ licence }: { licence: OwnLicence }) {
  const { kind, jurisdiction, status, reason, toPublish, published } = licence;
  const isStopped = status !== "active";
  return (
    <TitledPanel title={words.licence(licensingWords.kinds[kind], licensingWords.board(jurisdiction))}>
      <div className="flex flex-col gap-4">
        <p className={isStopped ? "font-semibold text-clay" : ""}>{standingSentence(licence)}</p>
        {isStopped && (
          <div className="rounded-field bg-well px-4 py-3">
            <p className="text-small text-quiet">{words.reason}</p>
            <p dir="auto" className="whitespace-pre-wrap break-words">
              {reason === undefined || reason === "" ? words.noReason : reason}
            </p>
          </div>
        )}
        {status !== "revoked" && toPublish !== undefined && <Publishing kind={kind} name={toPublish.name} />}
        {status === "active" && toPublish === undefined && published !== undefined && (
          <p className="text-quiet">{words.published(published.name)}</p>
        )}
        {status === "active" && (
          <Link to="/licence/apply" search={{ renew: kind }} className={`${plainLinkLook} self-start`}>
            {words.renew}
          </Link>
        )}
      </div>
    </TitledPanel>
  );
}

function Publishing({ kind, name }: { kind: LicenceKind; name: string }) {
  const { keeper } = useMe();
  const queryClient = useQueryClient();
  const publishing = useMutation({
    mutationFn: () => keeper.publishLicence(kind),
    onSuccess: () => announce(words.publish.done),
    onSettled: () => queryClient.invalidateQueries({ queryKey: licensingKey }),
  });
  return (
    <div className="flex flex-col gap-3 rounded-field bg-accent-well px-4 py-3">
      <p>{words.publish.lead(name)}</p>
      <ErrorNotice error={publishing.error} />
      <Button kind="main" className="self-start" isWorking={publishing.isPending} onClick={() => publishing.mutate()}>
        {publishing.isPending ? words.publish.working : words.publish.action}
      </Button>
    </div>
  );
}
