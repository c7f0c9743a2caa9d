import { useState } from "react";
import type { Address } from "viem";
import type { TimelineRecord } from "../../keeper/Keeper.ts";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { words } from "../../words/words.ts";
import { ConfirmErasing } from "./ConfirmErasing.tsx";
import { correctionsFor } from "./correctionsFor.ts";
import { useCorrecting } from "./useCorrecting.ts";

type CorrectionPanelProps = { subject: Address; record: TimelineRecord; onDone: () => void };

/** Below a record: what its author or its subject can do about it. */
export function CorrectionPanel({ subject, record, onDone }: CorrectionPanelProps) {
  const { address: me } = useMe();
  const [asksToErase, setAsksToErase] = useState(false);
  const correcting = useCorrecting({ subject, capsuleHash: record.capsuleHash }, onDone);
  const offered = correctionsFor({ me, subject, record });
  if (offered.length === 0) return null;
  return (
    <section aria-label={words.correcting.label} className="mt-8 border-t border-line pt-4">
      <ErrorNotice error={correcting.error} />
      {asksToErase ? (
        <ConfirmErasing
          isWorking={correcting.isPending}
          onConfirm={() => correcting.mutate("erase")}
          onCancel={() => setAsksToErase(false)}
        />
      ) : (
        <>
          <h3 className="text-small font-semibold text-quiet">{words.correcting.label}</h3>
          <div className="flex flex-wrap gap-3 pt-2">
            {offered.map((correction) => (
              <Button
                key={correction}
                disabled={correcting.isPending}
                isWorking={correcting.isPending && correcting.variables === correction}
                onClick={() => (correction === "erase" ? setAsksToErase(true) : correcting.mutate(correction))}
              >
                {words.correcting[correction].offer}
              </Button>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
