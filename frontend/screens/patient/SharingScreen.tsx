import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Share } from "../../keeper/Keeper.ts";
import { cliniciansQuery, sharesKey, sharesQuery } from "../../queries/sharing.ts";
import { useMe } from "../../session/useMe.ts";
import { nameOf } from "../../transactions/names.ts";
import { useNames } from "../../transactions/useNames.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "../../words/words.ts";

export function SharingScreen() {
  const me = useMe();
  const queryClient = useQueryClient();
  const shares = useQuery(sharesQuery(me));
  useNames(useQuery(cliniciansQuery(me)).data, shares.data);
  const ending = useMutation({
    mutationFn: ({ grantee }: Share) => me.keeper.endShare(grantee),
    onSettled: () => queryClient.invalidateQueries({ queryKey: sharesKey }),
  });
  return (
    <>
      <PageHead title={words.sharing.title} lead={words.sharing.lead}>
        <Link
          to="/sharing/new"
          className="inline-flex min-h-11 items-center rounded-field bg-accent px-4 font-semibold text-on-accent hover:bg-accent-strong"
        >
          {words.sharing.share}
        </Link>
      </PageHead>
      <div className="flex flex-col gap-4">
        {ending.isSuccess && <Notice>{words.sharing.ended(nameOf(ending.variables.grantee))}</Notice>}
        <ErrorNotice error={shares.error ?? ending.error} />
        {shares.isPending && <Waiting what={words.sharing.loading} />}
        {shares.data?.length === 0 && (
          <Panel>
            <h2 className="text-title font-semibold">{words.sharing.none}</h2>
            <p className="pt-1 text-quiet">{words.sharing.noneLead}</p>
          </Panel>
        )}
        {shares.data?.map((share) => (
          <SharePanel
            key={share.grantee}
            share={share}
            isEnding={ending.isPending && ending.variables.grantee === share.grantee}
            onEnd={() => ending.mutate(share)}
          />
        ))}
      </div>
    </>
  );
}

type SharePanelProps = { share: Share; isEnding: boolean; onEnd: () => void };

function SharePanel({ share: { grantee, granteeName, sentences }, isEnding, onEnd }: SharePanelProps) {
  const name = granteeName ?? nameOf(grantee);
  return (
    <Panel aria-label={name} className="flex flex-wrap items-start justify-between gap-4">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="text-title font-semibold">{name}</h2>
        <ul className="flex flex-col gap-1 pt-2">
          {(sentences ?? [words.sharing.unreadable]).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <Button onClick={onEnd} isWorking={isEnding} aria-label={words.sharing.endFor(name)}>
        {isEnding ? words.sharing.ending : words.sharing.end}
      </Button>
    </Panel>
  );
}
