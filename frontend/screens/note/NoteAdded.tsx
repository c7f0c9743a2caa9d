import { Link } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { Panel } from "../../ui/Panel.tsx";
import { mainLinkLook } from "../../ui/linkLook.ts";
import { visitNoteWords } from "../../words/visitNoteWords.ts";
import { words } from "../../words/words.ts";
import type { NotePlace } from "./useNoteSending.ts";

export function NoteAdded({ place: { subject, replaces } }: { place: NotePlace }) {
  const { added, corrected } = visitNoteWords;
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => link.current?.focus(), []); // the button that was pressed is gone
  return (
    <Panel role="status">
      <p className="pb-4 text-title font-semibold">{replaces === undefined ? added : corrected}</p>
      <Link to="/patients/$subject" params={{ subject }} className={mainLinkLook} ref={link}>
        {words.common.toChart}
      </Link>
    </Panel>
  );
}
