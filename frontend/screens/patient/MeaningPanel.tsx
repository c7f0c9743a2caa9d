import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { ShareWish } from "../../keeper/Keeper.ts";
import { useMe } from "../../session/useMe.ts";
import { Panel } from "../../ui/Panel.tsx";
import { words } from "../../words/words.ts";

/** What is about to be signed, in sentences, while it is still being chosen. */
export function MeaningPanel({ wish }: { wish: ShareWish | undefined }) {
  const { keeper } = useMe();
  const { data } = useQuery({
    queryKey: ["meaning", wish],
    queryFn: () => (wish === undefined ? [] : keeper.describeShare(wish)),
    placeholderData: keepPreviousData,
  });
  const sentences = wish === undefined ? [words.sharing.new.choose] : (data ?? []);
  return (
    <Panel aria-live="polite">
      <h2 className="pb-2 text-title font-semibold">{words.sharing.new.meaning}</h2>
      <ul className="flex flex-col gap-2">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Panel>
  );
}
