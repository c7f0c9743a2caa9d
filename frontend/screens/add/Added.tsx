import { Link } from "@tanstack/react-router";
import type { Address } from "viem";
import { Button } from "../../ui/Button.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { mainLinkLook } from "../../ui/linkLook.ts";
import { words } from "../../words/words.ts";

type AddedProps = { records: number; subject: Address; isOwn: boolean; onMore: () => void };

export function Added({ records, subject, isOwn, onMore }: AddedProps) {
  const { added, more } = words.adding;
  return (
    <Panel role="status">
      <p className="pb-4 text-title font-semibold">{added(records)}</p>
      <div className="flex flex-wrap gap-3">
        {isOwn ? (
          <Link to="/chart" className={mainLinkLook}>
            {words.common.toChart}
          </Link>
        ) : (
          <Link to="/patients/$subject" params={{ subject }} className={mainLinkLook}>
            {words.common.toChart}
          </Link>
        )}
        <Button onClick={onMore}>{more}</Button>
      </div>
    </Panel>
  );
}
