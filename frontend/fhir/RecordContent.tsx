import { useContext, useMemo } from "react";
import type { BundleEntry, Resource } from "#core/records/BundleEntry.ts";
import { bundleIndex } from "#core/records/bundleIndex.ts";
import { fhirWords } from "../words/fhirWords.ts";
import { BundleContext } from "./BundleContext.ts";
import { EntryGroup } from "./EntryGroup.tsx";
import { groupEntries } from "./groupEntries.ts";
import { ReaderContext } from "./ReaderContext.ts";
import { readEntries } from "./readEntries.ts";
import { ResourceCard } from "./ResourceCard.tsx";
import { Trends } from "./trend/Trends.tsx";

/** What these hold is shown over time too, right after them. */
const measuredTypes = new Set(["DiagnosticReport", "Observation"]);

/** A FHIR record, a Bundle or one resource, as a person reads it. Whatever it holds, and whatever it lacks. */
export function RecordContent({ content }: { content: unknown }) {
  const reader = useContext(ReaderContext);
  const { entries, leftOut } = useMemo(() => readEntries(content), [content]);
  const index = useMemo(() => bundleIndex(entries), [entries]);
  const groups = useMemo(() => groupEntries(entries, { index, reader }), [entries, index, reader]);
  const observations = useMemo(() => observationsIn(entries), [entries]);
  const [first] = entries;
  const measured = groups.findLastIndex(({ type }) => measuredTypes.has(type)) + 1;
  return (
    <BundleContext value={index}>
      <div className="space-y-8">
        {first !== undefined && entries.length === 1 ? (
          <ResourceCard entry={first} level="h2" />
        ) : (
          <>
            {groups.slice(0, measured).map((group) => (
              <EntryGroup key={group.type} {...group} />
            ))}
            <Trends observations={observations} />
            {groups.slice(measured).map((group) => (
              <EntryGroup key={group.type} {...group} />
            ))}
          </>
        )}
        {first === undefined && <p className="text-quiet">{fhirWords.emptyRecord}</p>}
        {leftOut > 0 && <p className="text-small text-quiet">{fhirWords.leftOut(leftOut)}</p>}
      </div>
    </BundleContext>
  );
}

function observationsIn(entries: readonly BundleEntry[]): Resource[] {
  return entries.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === "Observation");
}
