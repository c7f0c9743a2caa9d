import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { Deed } from "../keeper/sent/Deed.ts";
import { deedsKey, deedsQuery } from "../queries/deeds.ts";
import { enter } from "../session/session.ts";
import { useMe } from "../session/useMe.ts";
import { Button } from "../ui/Button.tsx";
import { words } from "../words/words.ts";
import { endingText } from "./endingText.ts";

/** What a reload interrupted, until it is settled and somebody has read how. */
export function UnderWay() {
  const me = useMe();
  const queryClient = useQueryClient();
  const { data: deeds = [] } = useQuery(deedsQuery(me));
  const settled = deeds.filter(({ ending }) => ending !== undefined).length;
  useEffect(() => {
    if (settled === 0) return;
    void queryClient.invalidateQueries();
    void enter();
  }, [settled, queryClient]);
  const dismiss = async (key: string) => {
    await me.keeper.dismissDeed(key);
    await queryClient.invalidateQueries({ queryKey: deedsKey });
  };
  return (
    <div role="status">
      {deeds.length > 0 && (
        <ul aria-label={words.underWay.title} className="mb-6 flex flex-col gap-2">
          {deeds.map((deed) => (
            <DeedLine key={deed.key} deed={deed} onDismiss={() => void dismiss(deed.key)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function DeedLine({ deed: { name, ending }, onDismiss }: { deed: Deed; onDismiss: () => void }) {
  if (ending === undefined) {
    return (
      <li className="flex items-center gap-3 text-quiet">
        <span aria-hidden className="size-4 animate-spin rounded-full border-2 border-line border-t-accent" />
        {words.underWay.waiting[name]}…
      </li>
    );
  }
  const well = ending.is === "done" ? "bg-accent-well" : "bg-clay-well";
  return (
    <li className={`flex flex-wrap items-center justify-between gap-x-4 gap-y-1 rounded-field px-4 py-2 ${well}`}>
      <span className="min-w-0 flex-1 basis-60">{endingText(name, ending)}</span>
      <Button kind="quiet" className="-ml-4 sm:ml-0" onClick={onDismiss}>
        {words.underWay.dismiss}
      </Button>
    </li>
  );
}
