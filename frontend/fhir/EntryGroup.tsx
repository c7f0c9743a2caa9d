import { resourceWords } from "../words/resourceWords.ts";
import { wordFor } from "../words/wordFor.ts";
import { Batch } from "./Batch.tsx";
import type { Group } from "./groupEntries.ts";
import { humanName } from "./humanName.ts";
import { ObservationGroup } from "./ObservationGroup.tsx";
import { ResourceCard } from "./ResourceCard.tsx";

/** All resources of one kind under their heading. */
export function EntryGroup({ type, entries }: Group) {
  return (
    <section>
      <h2 className="mb-3 text-title">{wordFor(resourceWords, type) ?? humanName(type)}</h2>
      <Group type={type} entries={entries} />
    </section>
  );
}

function Group({ type, entries }: Group) {
  if (type === "Observation") return <ObservationGroup entries={entries} />;
  return (
    <Batch items={entries} size={20}>
      {(shown) => (
        <div className="space-y-4">
          {shown.map((entry, at) => (
            <ResourceCard key={at} entry={entry} level="h3" />
          ))}
        </div>
      )}
    </Batch>
  );
}
