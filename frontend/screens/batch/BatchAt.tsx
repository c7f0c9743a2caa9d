import { useQuery } from "@tanstack/react-query";
import type { BatchCharts, Workplace } from "../../keeper/batch/AddsInBatches.ts";
import { batchChartsQuery } from "../../queries/staff.ts";
import { useMe } from "../../session/useMe.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { dayText, momentText, soonText } from "../../ui/dayText.ts";
import { errorSentence } from "../../ui/errorSentence.ts";
import { batchWords } from "../../words/batchWords.ts";
import { BatchForm } from "./BatchForm.tsx";

type BatchAtProps = { place: Workplace; name: string };

export function BatchAt({ place, name }: BatchAtProps) {
  const { hospital, validUntil } = place;
  const { data, error } = useQuery(batchChartsQuery(useMe(), hospital));
  const isOwn = validUntil === undefined;
  return (
    <>
      {validUntil !== undefined && <UntilLine name={name} validUntil={validUntil} />}
      <ErrorNotice error={error} />
      {data === undefined && error === null && <Waiting what={batchWords.loadingCharts} />}
      {data?.refusal !== undefined && <Notice kind="careful">{errorSentence({ name: data.refusal })}</Notice>}
      {data !== undefined && data.refusal === undefined && (
        <>
          <ChartsLines found={data} isOwn={isOwn} />
          <BatchForm hospital={hospital} charts={data.charts} />
        </>
      )}
    </>
  );
}

function UntilLine({ name, validUntil }: { name: string; validUntil: number }) {
  const ending = soonText(validUntil);
  const { until, soon } = batchWords;
  return (
    <p>
      {until(name, dayText(validUntil))}{" "}
      {ending !== undefined && <span className="font-semibold text-clay">{soon(ending)}</span>}
    </p>
  );
}

function ChartsLines({ found: { charts, handedOutAt }, isOwn }: { found: BatchCharts; isOwn: boolean }) {
  const open = charts.filter(({ state }) => state === "open").length;
  const changed = charts.filter(({ state }) => state === "keys-changed").length;
  const { charts: canAdd, handedOut, changed: isChanged, changedOwn } = batchWords;
  return (
    <>
      <p>
        {canAdd(open)} {handedOutAt !== undefined && handedOut(momentText(handedOutAt))}
      </p>
      {changed > 0 && <Notice kind="careful">{isOwn ? changedOwn(changed) : isChanged(changed)}</Notice>}
    </>
  );
}
