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

  async function planned(file: File): Promise<Pick<ChosenFile, "records" | "error">> {
    try {
      const records = await keeper.planRecords(file);
      return { records: records.map((record) => chosenRecord(record, writable)), error: undefined };
    } catch (error) {
      return { records: undefined, error };
    }
  }

  return {
    files,
    async choose(list: Iterable<File>) {
      const begun = [...list].map((file) => ({ file, key: crypto.randomUUID() }));
      const unread = begun.map(({ file: { name }, key }) => ({ key, name, records: undefined, error: undefined }));
      setFiles((all) => [...all, ...unread]);
      for (const { file, key } of begun) {
        const result = await planned(file);
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

/** What may not be added is left out, not put under another name: that is for a person to decide. */
function chosenRecord(record: ChosenRecord["record"], writable: readonly Category[]): ChosenRecord {
  const category = writable.includes(record.category) ? record.category : undefined;
  return { key: crypto.randomUUID(), record, category };
}
