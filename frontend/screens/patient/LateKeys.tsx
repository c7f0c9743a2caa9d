import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { cliniciansQuery, sharesKey, sharesQuery } from "../../queries/sharing.ts";
import { useMe } from "../../session/useMe.ts";
import { nameOf } from "../../transactions/names.ts";
import { useNames } from "../../transactions/useNames.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { words } from "../../words/words.ts";

/** Whom the chart's new keys have not reached, as it stands now: whatever changed them, here or on another device. */
export function LateKeys() {
  const me = useMe();
  const queryClient = useQueryClient();
  const shares = useQuery(sharesQuery(me)).data;
  useNames(useQuery(cliniciansQuery(me)).data, shares);
  const sending = useMutation({
    mutationFn: () => me.keeper.sendNewKeys(),
    onSettled: () => queryClient.invalidateQueries({ queryKey: sharesKey }),
  });
  const late = shares?.filter(({ lacksNewKeys }) => lacksNewKeys) ?? [];
  const { text, remedy, send, working, done } = words.sharing.lateKeys;
  if (late.length === 0) return sending.isSuccess ? <Notice>{done}</Notice> : null;
  const names = late.map(({ grantee, granteeName }) => granteeName ?? nameOf(grantee));
  return (
    <Notice kind="careful">
      <p>{text(new Intl.ListFormat(undefined, { type: "conjunction" }).format(names))}</p>
      {sending.isSuccess && <p className="pt-2 font-semibold">{remedy}</p>}
      <ErrorNotice error={sending.error} />
      <Button className="mt-3" isWorking={sending.isPending} onClick={() => sending.mutate()}>
        {sending.isPending ? working : send}
      </Button>
    </Notice>
  );
}
