import type { LeftBehind } from "#core/chart/readBack/ReadBack.ts";
import { broughtWords } from "../../words/broughtWords.ts";
import type { ChosenRecord } from "./recordsIn.ts";

type BroughtProps = { records: ChosenRecord[]; left: LeftBehind[] };

/** What is to be known of a chart that is read back: under whose name it will stand, and what does not come along. */
export function Brought({ records, left }: BroughtProps) {
  const { author, there, stays, staysBehind } = broughtWords;
  const standing = records.filter(({ isThere }) => isThere).length;
  return (
    <div className="flex flex-col gap-2 pt-3">
      <p>{author}</p>
      {standing > 0 && <p>{there(standing, records.length)}</p>}
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
