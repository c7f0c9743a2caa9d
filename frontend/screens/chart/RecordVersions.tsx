import type { Hex } from "viem";
import type { TimelineRecord } from "../../keeper/Keeper.ts";
import { Button } from "../../ui/Button.tsx";
import { momentText } from "../../ui/dayText.ts";
import { versionWords } from "../../words/versionWords.ts";
import { versionsOf } from "./versionsOf.ts";

type RecordVersionsProps = {
  record: TimelineRecord;
  /** Of the same chart. */
  records: readonly TimelineRecord[];
  onOpen: (record: Hex) => void;
};

/** Above a record that was corrected, or is a correction: which version this is, and the way to the others. */
export function RecordVersions({ record, records, onOpen }: RecordVersionsProps) {
  const { earlier, newer } = versionsOf(records, record);
  const { label, replaced, replacedUnseen, corrects, correctsUnseen } = versionWords;
  const isReplaced = record.status === "superseded" || newer !== undefined;
  return (
    <section aria-label={label} className="mb-4 flex flex-col gap-2 rounded-field bg-well px-4 py-3">
      {isReplaced && <p>{newer === undefined ? replacedUnseen : replaced(momentText(newer.publishedAt))}</p>}
      {record.entry.prev !== undefined && (
        <p>{earlier === undefined ? correctsUnseen : corrects(momentText(earlier.publishedAt))}</p>
      )}
      {(earlier ?? newer) !== undefined && (
        <div className="flex flex-wrap gap-3">
          {earlier !== undefined && <Button onClick={() => onOpen(earlier.capsuleHash)}>{versionWords.earlier}</Button>}
          {newer !== undefined && <Button onClick={() => onOpen(newer.capsuleHash)}>{versionWords.newer}</Button>}
        </div>
      )}
    </section>
  );
}
