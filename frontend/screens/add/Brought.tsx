import type { PlannedExport } from "../../keeper/adding/AddsRecords.ts";
import { broughtWords } from "../../words/broughtWords.ts";
import type { ChosenRecord } from "./recordsIn.ts";

type BroughtProps = { records: ChosenRecord[]; taken: PlannedExport };

/** What is to be known of a chart that is read back: under whose name it will stand, and what does not come along. */
export function Brought({ records, taken: { left, disputed } }: BroughtProps) {
  const { author, there, wasDisputed, stays, staysBehind } = broughtWords;
  const standing = records.filter(({ isThere }) => isThere).length;
  return (
    <div className="flex flex-col gap-2 pt-3">
      <p>{author}</p>
      {standing > 0 && <p>{there(standing, records.length)}</p>}
      {disputed.length > 0 && <p>{wasDisputed(disputed)}</p>}
      {left.length > 0 && (
        <details>
          <summary className="cursor-pointer">{stays(left.length)}</summary>
          <ul className="list-disc pt-2 pl-5 text-small">
            {left.map(({ title, why }, at) => (
              <li key={at}>{staysBehind(title, why)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
