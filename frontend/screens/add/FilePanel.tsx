import { useState } from "react";
import type { Category } from "#core/records/categories.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "../../words/words.ts";
import { Brought } from "./Brought.tsx";
import { PassphraseForm } from "./PassphraseForm.tsx";
import { RecordRow } from "./RecordRow.tsx";
import type { ChosenFile, ChosenRecord } from "./recordsIn.ts";

type OnCategory = (record: string, category: Category | undefined) => void;

type FilePanelProps = {
  file: ChosenFile;
  writable: Category[];
  onPassphrase: (passphrase: string) => void;
  onCategory: OnCategory;
  onRemove: () => void;
};

/** A file, and what becomes of it. */
export function FilePanel({ file: chosen, writable, onPassphrase, onCategory, onRemove }: FilePanelProps) {
  const { about, bytes, reading, remove, removeFile } = words.adding;
  const { file, records, taken, isLocked = false, error } = chosen;
  const { name } = file;
  const size = records?.reduce((sum, { record }) => sum + record.content.size, 0) ?? 0;
  return (
    <Panel aria-label={name}>
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 flex-1">
          <h2 className="font-sans text-body font-semibold">{name}</h2>
          {records !== undefined && <p className="text-small text-quiet">{about(records.length, bytes(size))}</p>}
        </div>
        <Button kind="quiet" aria-label={removeFile(name)} onClick={onRemove}>
          {remove}
        </Button>
      </div>
      {records === undefined && error === undefined && !isLocked && <Waiting what={reading(name)} />}
      <ErrorNotice error={error} />
      {isLocked && <PassphraseForm onPassphrase={onPassphrase} />}
      {records !== undefined && taken !== undefined && <Brought records={records} taken={taken} />}
      {records !== undefined && <Records records={records} writable={writable} onCategory={onCategory} />}
    </Panel>
  );
}

/** More than a glance takes in are listed when somebody asks. */
const fewRecords = 8;

type RecordsProps = { records: ChosenRecord[]; writable: Category[]; onCategory: OnCategory };

function Records({ records, writable, onCategory }: RecordsProps) {
  const [isAll, setAll] = useState(false);
  const shown = isAll ? records : records.slice(0, fewRecords);
  return (
    <>
      <ul className="pt-3">
        {shown.map((chosen) => (
          <RecordRow
            key={chosen.key}
            chosen={chosen}
            writable={writable}
            onCategory={(category) => onCategory(chosen.key, category)}
          />
        ))}
      </ul>
      {shown.length < records.length && (
        <Button className="mt-3" onClick={() => setAll(true)}>
          {words.adding.showAll(records.length)}
        </Button>
      )}
    </>
  );
}
