import type { Address } from "viem";
import type { PlannedLine } from "../../batch/planBatch.ts";
import type { BatchChart } from "../../keeper/batch/AddsInBatches.ts";
import { inputLook } from "../../ui/Field.tsx";
import { TitledPanel } from "../../ui/TitledPanel.tsx";
import { dayText } from "../../ui/dayText.ts";
import { errorSentence } from "../../ui/errorSentence.ts";
import { batchWords } from "../../words/batchWords.ts";

type UndecidedPanelProps = {
  lines: PlannedLine[];
  charts: BatchChart[];
  onDecide: (key: string, whose: Address | null) => void;
};

/** Files of which a person has to say whose they are. */
export function UndecidedPanel({ lines, charts, onDecide }: UndecidedPanelProps) {
  const { undecided, undecidedLead, problems, whose, nobody, person } = batchWords;
  const open = charts.filter(({ state }) => state === "open");
  return (
    <TitledPanel title={undecided} lead={undecidedLead}>
      <ul>
        {lines.map(({ item: { key, path, error, read }, problem }) => (
          <li
            key={key}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line py-3"
          >
            <div className="min-w-0 flex-1 basis-56">
              <p className="break-all">{path}</p>
              <p className="text-small text-clay">
                {error === undefined ? problems[problem ?? "no-hint"] : errorSentence(error)}
              </p>
            </div>
            {read !== undefined && (
              <select
                aria-label={whose(path)}
                value=""
                onChange={({ target: { value } }) => onDecide(key, value === "" ? null : (value as Address))}
                className={`${inputLook} sm:max-w-64`}
              >
                <option value="">{nobody}</option>
                {open.map(({ subject, about }) => (
                  <option key={subject} value={subject}>
                    {person(about.name, dayText(Date.parse(about.birthDate) / 1000))}
                  </option>
                ))}
              </select>
            )}
          </li>
        ))}
      </ul>
    </TitledPanel>
  );
}
