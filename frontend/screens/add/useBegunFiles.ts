import { useEffect, useRef } from "react";
import type { Begun } from "../../drafts/Drafted.tsx";
import { type AddDraft, begunIn } from "./addDraft.ts";
import { type Into, useChosenFiles } from "./useChosenFiles.ts";

/** Chosen files, which begin with those of a draft. */
export function useBegunFiles(into: Into, begun: Begun<AddDraft> | undefined) {
  const chosen = useChosenFiles(into);
  const isBroughtBack = useRef(false);
  const { kept, leftOut } = begun === undefined ? { kept: [], leftOut: [] } : begunIn(begun);
  useEffect(() => {
    if (isBroughtBack.current) return;
    isBroughtBack.current = true;
    void chosen.choose(
      kept.map(({ file }) => file),
      kept.map(({ kinds }) => kinds),
    );
  });
  return { ...chosen, leftOut };
}
