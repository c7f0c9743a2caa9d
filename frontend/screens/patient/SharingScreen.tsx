import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Share } from "../../keeper/Keeper.ts";
import { cliniciansQuery, sharesKey, sharesQuery } from "../../queries/sharing.ts";
import { announce } from "../../session/announcement.ts";
import { useMe } from "../../session/useMe.ts";
import { nameOf } from "../../transactions/names.ts";
import { useNames } from "../../transactions/useNames.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { mainLinkLook, plainLinkLook } from "../../ui/linkLook.ts";
import { soonText } from "../../ui/dayText.ts";
import { words } from "../../words/words.ts";
import { LateKeys } from "./LateKeys.tsx";

export function SharingScreen() {
  const me = useMe();
  const queryClient = useQueryClient();
  const shares = useQuery(sharesQuery(me));
  useNames(useQuery(cliniciansQuery(me)).data, shares.data);
  const onSettled = () => queryClient.invalidateQueries({ queryKey: sharesKey });
  const ending = useMutation({
    mutationFn: ({ grantee }: Share) => me.keeper.endShare(grantee),
    onSuccess: (_, { grantee }) => announce(words.sharing.ended(nameOf(grantee))),
    onSettled,
  });
  const endingAll = useMutation({
    mutationFn: () => me.keeper.endAllShares(),
    onSuccess: () => announce(words.sharing.endedAll),
    onSettled,
  });
  const isWorking = ending.isPending || endingAll.isPending;
  return (
    <>
      <PageHead title={words.sharing.title} lead={words.sharing.lead}>
        <div className="flex flex-wrap gap-3">
          <Link to="/sharing/desk" className={plainLinkLook}>
            {words.desk.answer.link}
          </Link>
          <Link to="/sharing/new" className={mainLinkLook}>
            {words.sharing.share}
          </Link>
        </div>
      </PageHead>
      <div className="flex flex-col gap-4">
        <ErrorNotice error={shares.error ?? ending.error ?? endingAll.error} />
        <LateKeys />
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
            isDisabled={isWorking}
            onEnd={() => ending.mutate(share)}
          />
        ))}
        {shares.data !== undefined && shares.data.length > 1 && (
          <Button
            className="self-end"
            disabled={isWorking}
            isWorking={endingAll.isPending}
            onClick={() => endingAll.mutate()}
          >
            {words.sharing.endAll}
          </Button>
        )}
      </div>
    </>
  );
}

type SharePanelProps = { share: Share; isEnding: boolean; isDisabled: boolean; onEnd: () => void };

function SharePanel({ share, isEnding, isDisabled, onEnd }: SharePanelProps) {
  const { grantee, granteeName, sentences, validUntil } = share;
  const name = granteeName ?? nameOf(grantee);
  const soon = soonText(validUntil);
  return (
    <Panel aria-label={name} className="flex flex-wrap items-start justify-between gap-4">
      <div className="min-w-0 flex-1 basis-72">
        <h2 className="text-title font-semibold">{name}</h2>
        {soon !== undefined && <p className="font-semibold text-clay">{words.sharing.soon(soon)}</p>}
        <ul className="flex flex-col gap-1 pt-2">
          {(sentences ?? [words.sharing.unreadable]).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <div className="flex gap-3">
        <Link
          to="/sharing/new"
          search={{ with: grantee }}
          aria-label={words.sharing.changeFor(name)}
          className="inline-flex min-h-11 items-center rounded-field px-4 font-semibold text-accent hover:bg-accent-well"
        >
          {words.sharing.change}
        </Link>
        <Button onClick={onEnd} disabled={isDisabled} isWorking={isEnding} aria-label={words.sharing.endFor(name)}>
          {isEnding ? words.sharing.ending : words.sharing.end}
        </Button>
      </div>
    </Panel>
  );
}
