import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { standingQuery } from "../../queries/standing.ts";
import { enter } from "../../session/session.ts";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { worksForWords } from "../../words/worksForWords.ts";

/** For somebody without a chart who only works for a hospital: a key, and then the hospital's turn. */
export function UseAsStaff() {
  const me = useMe();
  const { data: standing } = useQuery(standingQuery(me));
  const [isOpen, setOpen] = useState(false);
  const isAppointed = standing.worksFor.length > 0;
  useEffect(() => {
    if (isAppointed) void enter();
  }, [isAppointed]);
  const joining = useMutation({
    async mutationFn() {
      await me.keeper.join();
      await enter();
    },
  });
  const begin = () => {
    setOpen(true);
    if (!standing.hasKey) joining.mutate();
  };
  const { start, startLead, starting, waiting, address } = worksForWords;
  return (
    <section aria-label={start} className="mt-8 border-t border-line pt-6">
      <ErrorNotice error={joining.error} />
      <p className="pb-4 text-quiet">{startLead}</p>
      {isOpen && standing.hasKey ? (
        <div role="status">
          <p>{waiting}</p>
          <p className="pt-3 text-small text-quiet">{address}</p>
          <p className="break-all">{me.address}</p>
        </div>
      ) : (
        <Button isWorking={joining.isPending} onClick={begin}>
          {joining.isPending ? starting : start}
        </Button>
      )}
    </section>
  );
}
