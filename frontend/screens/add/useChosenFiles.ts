import { useState } from "react";
import type { Address } from "viem";
import type { Category } from "#core/records/categories.ts";
import type { PlannedFile } from "../../keeper/adding/AddsRecords.ts";
import { useMe } from "../../session/useMe.ts";
import type { ChosenFile, ChosenRecord, Kinds } from "./recordsIn.ts";

export type Into = { subject: Address; writable: readonly Category[] };

/** Files as they are chosen, each read in the worker, one after the other. One that cannot be read hinders no other. */
export function useChosenFiles({ subject, writable }: Into) {
  const { keeper } = useMe();
  const [files, setFiles] = useState<ChosenFile[]>([]);
  const change = (key: string, changed: (file: ChosenFile) => ChosenFile) =>
    setFiles((all) => all.map((it) => (it.key === key ? changed(it) : it)));

  async function read({ key, file, chosenBefore }: ChosenFile, passphrase?: string): Promise<void> {
    change(key, (it) => ({ ...it, isLocked: false, error: undefined }));
    try {
      const planned = await keeper.planRecords(file, { subject, passphrase });
      const records = withKinds(chosenRecords(planned, writable), chosenBefore);
      change(key, (it) => ({ ...it, records, taken: planned.export }));
    } catch (error) {
      const name = (error as Error).name;
      const isAsked = name === "ArchiveLocked";
      const isLocked = isAsked || name === "ArchiveDoesNotOpen";
      change(key, (it) => ({ ...it, isLocked, error: isAsked ? undefined : error }));
    }
  }

  return {
    files,
    /** `kinds`: of the records in each file, where somebody has chosen them before. */
    async choose(list: Iterable<File>, kinds: Kinds[] = []) {
      const begun = [...list].map((file, place): ChosenFile => {
        const chosenBefore = kinds[place];
        return { file, key: crypto.randomUUID(), chosenBefore, records: undefined, error: undefined };
      });
      setFiles((all) => [...all, ...begun]);
      for (const file of begun) await read(file);
    },
    unlock: (file: ChosenFile, passphrase: string) => void read(file, passphrase),
    remove: (key: string) => setFiles((all) => all.filter((it) => it.key !== key)),
    clear: () => setFiles([]),
    setCategory: (file: string, record: string, category: Category | undefined) =>
      change(file, (it) => ({
        ...it,
        records: it.records?.map((chosen) => (chosen.key === record ? { ...chosen, category } : chosen)),
      })),
  };
}

/** What was added since somebody chose stays left out. */
function withKinds(records: ChosenRecord[], kinds: Kinds = []): ChosenRecord[] {
  return records.map((it, place) => {
    const kind = kinds[place];
    return kind === undefined || it.isThere === true ? it : Object.assign(it, { category: kind ?? undefined });
  });
}

/**
 * What may not be added is left out, not put under another name: that is for a person to decide. So is what stands in the
 * chart already.
 */
function chosenRecords({ records, export: taken }: PlannedFile, writable: readonly Category[]): ChosenRecord[] {
  return records.map((record, place) => {
    const isThere = taken?.areThere[place] ?? false;
    const category = writable.includes(record.category) && !isThere ? record.category : undefined;
    return { key: crypto.randomUUID(), record, category, isThere };
  });
}
