import { useState } from "react";
import type { Category } from "#core/records/categories.ts";
import { useMe } from "../../session/useMe.ts";
import type { ChosenFile, ChosenRecord } from "./recordsIn.ts";

/** Files as they are chosen, each read in the worker, one after the other. One that cannot be read hinders no other. */
export function useChosenFiles(writable: readonly Category[]) {
  const { keeper } = useMe();
  const [files, setFiles] = useState<ChosenFile[]>([]);
  const change = (key: string, changed: (file: ChosenFile) => ChosenFile) =>
    setFiles((all) => all.map((it) => (it.key === key ? changed(it) : it)));

  async function planned(file: File): Promise<Planned> {
    try {
      const records = await keeper.planRecords(file);
      return { records: records.map((record) => chosenRecord(record, writable)), error: undefined };
    } catch (error) {
      return { records: undefined, error };
    }
  }

  return {
    files,
    /** `kinds`: of the records in each file, where somebody has chosen them before. */
    async choose(list: Iterable<File>, kinds: Kinds[] = []) {
      const begun = [...list].map((file) => ({ file, key: crypto.randomUUID() }));
      setFiles((all) => [...all, ...begun.map((it) => ({ ...it, records: undefined, error: undefined }))]);
      for (const [place, { file, key }] of begun.entries()) {
        const result = withKinds(await planned(file), kinds[place]);
        change(key, (it) => ({ ...it, ...result }));
      }
    },
    remove: (key: string) => setFiles((all) => all.filter((it) => it.key !== key)),
    clear: () => setFiles([]),
    setCategory: (file: string, record: string, category: Category | undefined) =>
      change(file, (it) => ({
        ...it,
        records: it.records?.map((chosen) => (chosen.key === record ? { ...chosen, category } : chosen)),
      })),
  };
}

/** Null where a record is left out. */
export type Kinds = (Category | null)[];

type Planned = Pick<ChosenFile, "records" | "error">;

function withKinds({ records, error }: Planned, kinds: Kinds = []): Planned {
  const chosen = records?.map((it, place) => {
    const kind = kinds[place];
    return kind === undefined ? it : { ...it, category: kind ?? undefined };
  });
  return { records: chosen, error };
}

/** What may not be added is left out, not put under another name: that is for a person to decide. */
function chosenRecord(record: ChosenRecord["record"], writable: readonly Category[]): ChosenRecord {
  const category = writable.includes(record.category) ? record.category : undefined;
  return { key: crypto.randomUUID(), record, category };
}
