import { type ReactNode, useId } from "react";
import { Panel } from "./Panel.tsx";

type TitledPanelProps = { title: string; lead?: ReactNode; children: ReactNode };

/** A sheet with a heading, by which screen readers know it, and a word on what it is for. */
export function TitledPanel({ title, lead, children }: TitledPanelProps) {
  const id = useId();
  return (
    <Panel aria-labelledby={id}>
      <h2 id={id} className="text-title font-semibold">
        {title}
      </h2>
      {lead !== undefined && <p className="pt-1 text-quiet">{lead}</p>}
      <div className="pt-4">{children}</div>
    </Panel>
  );
}
