import { useEffect, useRef } from "react";
import { useMe } from "../session/useMe.ts";

type KeptDraftParameters = {
  form: string;
  /** Undefined where there is nothing to be lost. */
  content: unknown;
  files?: File[];
  /** While it is being sent, and once it was. */
  isSent: boolean;
};

/** Keeps what is typed, a moment after the last change. What a form begins with is kept by nobody. */
export function useKeptDraft({ form, content, files = [], isSent }: KeptDraftParameters): void {
  const { keeper } = useMe();
  const text = JSON.stringify(content);
  const kept = useRef(text);
  useEffect(() => {
    if (isSent || kept.current === text) return;
    const timer = setTimeout(() => {
      kept.current = text;
      const keeping = content === undefined ? keeper.throwAwayDraft(form) : keeper.keepDraft(form, { content, files });
      keeping.catch(() => {}); // such as a file that is gone; the form itself says so
    }, aMoment);
    return () => clearTimeout(timer);
  });
}

const aMoment = 200;
