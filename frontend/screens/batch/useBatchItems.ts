import { useState } from "react";
import type { Address } from "viem";
import type { Category } from "#core/records/categories.ts";
import { type ManifestRow, manifestName, parseManifest } from "../../batch/parseManifest.ts";
import type { ChosenItem } from "../../batch/planBatch.ts";
import { useMe } from "../../session/useMe.ts";
import type { PlacedFile } from "./filesDropped.ts";

type Choosing = { items: ChosenItem[]; rows: ManifestRow[]; isManifestBroken: boolean };

const nothing: Choosing = { items: [], rows: [], isManifestBroken: false };

/** Files as they are chosen, read a few at a time in the worker. */
export function useBatchItems() {
  const { keeper } = useMe();
  const [choosing, setChoosing] = useState(nothing);
  const change = (key: string, changes: (item: ChosenItem) => Partial<ChosenItem>) =>
    setChoosing((all) => ({
      ...all,
      items: all.items.map((it) => (it.key === key ? { ...it, ...changes(it) } : it)),
    }));

  async function read({ key, file }: ChosenItem): Promise<void> {
    try {
      const found = await keeper.readForBatch(file);
      change(key, () => ({ read: found }));
    } catch (error) {
      change(key, () => ({ error }));
    }
  }

  async function takeManifests(placed: readonly PlacedFile[]): Promise<void> {
    for (const { file } of placed) {
      try {
        const rows = parseManifest(await file.text());
        setChoosing((all) => ({ ...all, rows: [...all.rows, ...rows] }));
      } catch {
        setChoosing((all) => ({ ...all, isManifestBroken: true }));
      }
    }
  }

  return {
    ...choosing,
    async choose(placed: PlacedFile[]) {
      const seen = placed.filter(({ file }) => !file.name.startsWith("."));
      await takeManifests(seen.filter(isManifest));
      const items = seen.filter((it) => !isManifest(it)).map(itemOf);
      setChoosing((all) => ({ ...all, items: [...all.items, ...items] }));
      const left = items.values();
      const work = async () => {
        for (const item of left) await read(item);
      };
      await Promise.all(Array.from({ length: atATime }, work));
    },
    decide: (key: string, decided: Address | null) => change(key, () => ({ decided })),
    choosePart: (key: string, record: number, part: Category | null) =>
      change(key, ({ parts }) => ({ parts: { ...parts, [record]: part } })),
    clear: () => setChoosing(nothing),
  };
}

const atATime = 4;

function isManifest({ file }: PlacedFile): boolean {
  return file.name.toLowerCase() === manifestName;
}

function itemOf({ file, path }: PlacedFile): ChosenItem {
  const undecided = { read: undefined, error: undefined, decided: undefined, parts: {} };
  return { key: crypto.randomUUID(), file, path, ...undecided };
}
