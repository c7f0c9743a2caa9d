import type { Begun } from "../../drafts/Drafted.tsx";
import type { ChosenFile, Kinds } from "./recordsIn.ts";

/** The kinds that were chosen, file by file. */
export type AddDraft = { files: { name: string; size: number; kinds: Kinds }[] };

export function draftOf(files: ChosenFile[]): AddDraft | undefined {
  if (files.length === 0) return undefined;
  return {
    files: files.map(({ file: { name, size }, records, chosenBefore = [] }) => {
      return { name, size, kinds: records?.map(({ category }) => category ?? null) ?? chosenBefore };
    }),
  };
}

/** The files that were kept, with their kinds, and the names of those that were not. */
export function begunIn({ content, files }: Begun<AddDraft>) {
  const kept = files.flatMap(({ file }, place) =>
    file === undefined ? [] : [{ file, kinds: content.files[place]?.kinds ?? [] }],
  );
  return { kept, leftOut: files.filter(({ file }) => file === undefined) };
}
