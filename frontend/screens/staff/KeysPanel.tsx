import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Staff } from "../../keeper/staff/KeepsStaff.ts";
import { staffKey } from "../../queries/staff.ts";
import { useMe } from "../../session/useMe.ts";
import { nameOf } from "../../transactions/names.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { TitledPanel } from "../../ui/TitledPanel.tsx";
import { momentText } from "../../ui/dayText.ts";
import { staffWords } from "../../words/staffWords.ts";

/** What staff add with, and whether what they have is still what is needed. */
export function KeysPanel({ staff: { members, charts, closed, handedOut } }: { staff: Staff }) {
  const { keeper } = useMe();
  const queryClient = useQueryClient();
  const handing = useMutation({
    mutationFn: () => keeper.handOutKeys(),
    onSettled: () => queryClient.invalidateQueries({ queryKey: staffKey }),
  });
  const { keys } = staffWords;
  const current = members.filter(({ isInForce }) => isInForce);
  const isSomebodyWithout = current.some(({ hasKeys }) => !hasKeys);
  return (
    <TitledPanel title={keys.title}>
      <div className="flex flex-col gap-2 pb-4">
        <p>{keys.charts(charts)}</p>
        {closed > 0 && <p className="text-small text-quiet">{keys.closed(closed)}</p>}
        <p>{handedOut === undefined ? keys.never : keys.at(momentText(handedOut.at))}</p>
        {handedOut !== undefined && (
          <p className={handedOut.changed > 0 ? "font-semibold text-clay" : "text-quiet"}>
            {handedOut.changed > 0 ? keys.changed(handedOut.changed) : keys.current}
          </p>
        )}
        {handedOut !== undefined && isSomebodyWithout && (
          <p className="font-semibold text-clay">{keys.somebodyWithout}</p>
        )}
      </div>
      <ErrorNotice error={handing.error} />
      {handing.data !== undefined && handing.data.received > 0 && <Notice>{keys.done(handing.data.received)}</Notice>}
      {handing.data !== undefined && handing.data.failed.length > 0 && (
        <Notice kind="careful">{keys.failed(handing.data.failed.map(nameOf).join(", "))}</Notice>
      )}
      <div className="flex flex-wrap items-center gap-4 pt-4">
        <Button
          kind="main"
          disabled={current.length === 0}
          isWorking={handing.isPending}
          onClick={() => handing.mutate()}
        >
          {handing.isPending ? keys.working : keys.action}
        </Button>
        {current.length === 0 && <p className="text-quiet">{keys.nobody}</p>}
      </div>
    </TitledPanel>
  );
}
