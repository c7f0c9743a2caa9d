import type { Category } from "#core/records/categories.ts";
import { type BatchPlan, type PlannedLine, type PlannedRecord, recordsOf } from "../../batch/planBatch.ts";
import { inputLook } from "../../ui/Field.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { dayText } from "../../ui/dayText.ts";
import { errorSentence } from "../../ui/errorSentence.ts";
import { batchWords } from "../../words/batchWords.ts";
import { words } from "../../words/words.ts";

type OnPart = (key: string, record: number, part: Category | null) => void;
type GroupPanelProps = { group: BatchPlan["groups"][number]; onPart: OnPart };

/** One patient's files, and what becomes of each. */
export function GroupPanel({ group: { chart, lines }, onPart }: GroupPanelProps) {
  const { name, birthDate } = chart.about;
  const records = lines.reduce((sum, line) => sum + recordsOf(line), 0);
  return (
    <Panel aria-label={name}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-title font-semibold">{name}</h2>
        <p className="text-small text-quiet">{batchWords.group(dayText(Date.parse(birthDate) / 1000), records)}</p>
      </div>
      <ul className="pt-2">
        {lines.map((line) => (
          <LineRows
            key={line.item.key}
            line={line}
            writable={chart.writable}
            onPart={(record, part) => onPart(line.item.key, record, part)}
          />
        ))}
      </ul>
    </Panel>
  );
}

type LineRowsProps = {
  line: PlannedLine;
  writable: Category[];
  onPart: (record: number, part: Category | null) => void;
};

function LineRows({ line: { item, records, problem }, writable, onPart }: LineRowsProps) {
  const isChoosable = problem === undefined || problem === "no-part";
  return (
    <li className="border-t border-line py-3">
      <p className="text-small break-all text-quiet">{item.path}</p>
      {problem !== undefined && problem !== "no-part" && (
        <p className="text-small text-clay">
          {problem === "error" ? errorSentence(item.error) : batchWords.problems[problem]}
        </p>
      )}
      {isChoosable &&
        records.map((record, place) => (
          <RecordLine
            key={place}
            record={record}
            path={item.path}
            writable={writable}
            onPart={(part) => onPart(place, part)}
          />
        ))}
    </li>
  );
}

type RecordLineProps = {
  record: PlannedRecord;
  path: string;
  writable: Category[];
  onPart: (part: Category | null) => void;
};

function RecordLine({ record, path, writable, onPart }: RecordLineProps) {
  const { title, suggested, category, isKnownFormat, isWritable } = record;
  const { partOf, leaveOut, notWritable, unknownFormat } = batchWords;
  const why = !isKnownFormat ? unknownFormat : !isWritable ? notWritable(words.categories[suggested]) : undefined;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 pt-1">
      <div className="min-w-0 flex-1 basis-56">
        <p>{title}</p>
        {category === undefined && why !== undefined && <p className="text-small text-clay">{why}</p>}
      </div>
      <select
        aria-label={partOf(title, path)}
        value={category ?? ""}
        onChange={({ target: { value } }) => onPart(value === "" ? null : (value as Category))}
        className={`${inputLook} sm:max-w-48`}
      >
        {writable.map((it) => (
          <option key={it} value={it}>
            {words.categories[it]}
          </option>
        ))}
        <option value="">{leaveOut}</option>
      </select>
    </div>
  );
}
