import { Link } from "@tanstack/react-router";
import type { Address } from "viem";
import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { mainLinkLook } from "../../../ui/linkLook.ts";
import { words } from "../../../words/words.ts";

type SharedPanelProps = { subject: Address; name: string; onAnother: () => void };

export function SharedPanel({ subject, name, onAnother }: SharedPanelProps) {
  const { title, lead, open, another } = words.desk.shared;
  return (
    <Panel role="status">
      <h2 className="text-title font-semibold">{title(name)}</h2>
      <p className="pt-1 pb-4 text-quiet">{lead}</p>
      <div className="flex flex-wrap gap-3">
        <Link to="/patients/$subject" params={{ subject }} className={mainLinkLook}>
          {open}
        </Link>
        <Button onClick={onAnother}>{another}</Button>
      </div>
    </Panel>
  );
}
