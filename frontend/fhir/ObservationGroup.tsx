import { useContext, useMemo } from "react";
import type { BundleEntry } from "#core/records/BundleEntry.ts";
import { listOf } from "#core/records/listOf.ts";
import { fhirWords } from "../words/fhirWords.ts";
import { Batch } from "./Batch.tsx";
import { formatDay } from "./format/formatDay.ts";
import type { Reader } from "./format/Reader.ts";
import { describeObservation } from "./measure/describeObservation.ts";
import { observationTime } from "./measure/observationTime.ts";
import { ObservationTable } from "./ObservationTable.tsx";
import { ReaderContext } from "./ReaderContext.ts";

/** Measurements that no report holds together, a table for each day, newest first. */
export function ObservationGroup({ entries }: { entries: readonly BundleEntry[] }) {
  const reader = useContext(ReaderContext);
  const days = useMemo(() => {
    const inOrder = entries
      .filter((entry) => !isOnlyPanel(entry, reader))
      .toSorted((a, b) => compareText(timeOf(b), timeOf(a)));
    return [...Map.groupBy(inOrder, (entry) => formatDay(timeOf(entry), reader) ?? "")];
  }, [entries, reader]);
  return (
    <Batch items={days} size={10}>
      {(shown) => (
        <div className="space-y-4">
          {shown.map(([day, ofDay]) => (
            <article key={day} className="rounded-panel border border-line bg-surface p-4 sm:p-6">
              <h3 className="mb-1 font-sans text-small text-quiet">{captionOf(day)}</h3>
              <ObservationTable caption={captionOf(day)} entries={ofDay} />
            </article>
          ))}
        </div>
      )}
    </Batch>
  );
}

/** It has no value, and what it is made up of stands beside it. */
function isOnlyPanel({ resource }: BundleEntry, reader: Reader): boolean {
  return listOf(resource["hasMember"]).length > 0 && describeObservation(resource, reader).length === 0;
}

function captionOf(day: string): string {
  return day === "" ? fhirWords.measuredAtUnknownTime : fhirWords.measuredOn(day);
}

function timeOf({ resource }: BundleEntry): string {
  return observationTime(resource) ?? "";
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
