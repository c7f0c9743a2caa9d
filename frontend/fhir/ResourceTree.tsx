import { useContext } from "react";
import type { BundleEntry } from "#core/records/BundleEntry.ts";
import { type JsonObject, isJsonObject } from "#core/records/isJsonObject.ts";
import { fhirWords } from "../words/fhirWords.ts";
import { Batch } from "./Batch.tsx";
import { BundleContext } from "./BundleContext.ts";
import { describeLeaf } from "./describeLeaf.ts";
import { Disclosure } from "./Disclosure.tsx";
import { humanName } from "./humanName.ts";
import { LongText } from "./LongText.tsx";
import { ReaderContext } from "./ReaderContext.ts";
import type { Reading } from "./Reading.ts";

/** What nobody reads: the type stands above, the narrative too, and the rest is for machines. */
const leftOut = new Set(["resourceType", "id", "meta", "text", "implicitRules", "contained"]);

/** From here on a branch is folded until somebody opens it. */
const foldedFrom = 3;
const deepest = 12;

/** Everything that a resource of any kind says, under names made human. */
export function ResourceTree({ entry }: { entry: BundleEntry }) {
  const index = useContext(BundleContext);
  const reader = useContext(ReaderContext);
  return <Branch holder={entry.resource} reading={{ entry, index, reader }} depth={0} />;
}

type BranchProps = { holder: JsonObject; reading: Reading; depth: number };

function Branch({ holder, reading, depth }: BranchProps) {
  const members = Object.entries(holder).filter(
    ([name]) => !(leftOut.has(name) && depth === 0) && !name.startsWith("_"),
  );
  return (
    <Batch items={members} size={40}>
      {(shown) => (
        <dl className={depth === 0 ? "space-y-2" : "mt-1 space-y-1 border-l border-line pl-4"}>
          {shown.map(([name, value]) => (
            <div key={name}>
              <dt className="text-small text-quiet">{humanName(name.slice(0, 100))}</dt>
              <dd>
                <Value name={name} value={value} reading={reading} depth={depth} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Batch>
  );
}

type ValueProps = { name: string; value: unknown; reading: Reading; depth: number };

function Value({ name, value, reading, depth }: ValueProps) {
  if (Array.isArray(value)) {
    return (
      <Batch items={value} size={10}>
        {(shown) => (
          <ul className="space-y-1">
            {shown.map((item, at) => (
              <li key={at}>
                <Value name={name} value={item} reading={reading} depth={depth + 1} />
              </li>
            ))}
          </ul>
        )}
      </Batch>
    );
  }
  const leaf = describeLeaf(name, value, reading);
  if (leaf !== undefined) return <LongText text={leaf} />;
  if (!isJsonObject(value)) return <span className="text-quiet">{fhirWords.none}</span>;
  if (depth >= deepest) return <span className="text-quiet">{fhirWords.deeper}</span>;
  const branch = () => <Branch holder={value} reading={reading} depth={depth + 1} />;
  return depth < foldedFrom ? branch() : <Disclosure summary={fhirWords.allDetails}>{branch}</Disclosure>;
}
