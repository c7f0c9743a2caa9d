import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { OwnLicensing } from "../../keeper/licensing/Licensing.ts";
import { licensingKey } from "../../queries/licensing.ts";
import { announce } from "../../session/announcement.ts";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { Dotted } from "../../ui/Dotted.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { dayText } from "../../ui/dayText.ts";
import { licenceWords as words, licensingWords } from "../../words/licensingWords.ts";
import { StoryLines } from "../licensing/StoryLines.tsx";
import { AnswerForm } from "./AnswerForm.tsx";

const canWithdraw: ReadonlySet<string> = new Set(["sent", "asked", "answered"]);

/** One thing that was asked of a board, and how far it has come. */
export function ApplicationPanel({ story }: { story: OwnLicensing["applications"][number] }) {
  const { id, application, state, sentTo } = story;
  const { keeper } = useMe();
  const queryClient = useQueryClient();
  const withdrawing = useMutation({
    mutationFn: () => keeper.withdrawApplication(id),
    onSuccess: () => announce(words.withdrawn),
    onSettled: () => queryClient.invalidateQueries({ queryKey: licensingKey }),
  });
  const { kind, jurisdiction, content, at } = application;
  const sent = [words.sentOn(dayText(at)), words.sentTo(sentTo.length), licensingWords.board(jurisdiction)];
  return (
    <Panel className="flex flex-col gap-3">
      <header className="flex flex-wrap items-baseline justify-between gap-2">
        <h3 className="text-lead font-semibold">{licensingWords.asked[content.purpose](licensingWords.kinds[kind])}</h3>
        <span className="rounded-full bg-well px-3 text-small font-semibold">{licensingWords.states[state]}</span>
      </header>
      <p className="text-small text-quiet">
        <Dotted facts={sent} />
      </p>
      <p>
        <Dotted facts={[content.name, content.speciality, content.number]} />
      </p>
      <StoryLines story={story} />
      {state === "asked" && <AnswerForm of={id} />}
      <ErrorNotice error={withdrawing.error} />
      {canWithdraw.has(state) && (
        <Button
          kind="quiet"
          className="self-start"
          isWorking={withdrawing.isPending}
          onClick={() => withdrawing.mutate()}
        >
          {withdrawing.isPending ? words.withdrawing : words.withdraw}
        </Button>
      )}
    </Panel>
  );
}
