import { useEffect, useRef } from "react";
import { PageHead } from "./PageHead.tsx";

/** The head of a step that follows another on the same page: the focus goes there, so that it is read out and tabbed from. */
export function StepHead({ title, lead }: { title: string; lead: string }) {
  const head = useRef<HTMLDivElement>(null);
  useEffect(() => head.current?.focus(), []);
  return (
    <div ref={head} tabIndex={-1} className="outline-none">
      <PageHead title={title} lead={lead} />
    </div>
  );
}
