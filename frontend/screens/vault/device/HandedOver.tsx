import { Link } from "@tanstack/react-router";
import { useMe } from "../../../session/useMe.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { Waiting } from "../../../ui/Waiting.tsx";
import { plainLinkLook } from "../../../ui/linkLook.ts";
import { words } from "../../../words/words.ts";
import { useAddedWay } from "./useAddedWay.ts";

/** What the new device has now, and what it adds to the vault once its owner has chosen. */
export function HandedOver() {
  const { address } = useMe();
  const added = useAddedWay();
  const { title, lead, waiting, added: addedSentence, lost, back } = words.newDevice.add.done;
  return (
    <Panel className="flex flex-col gap-3">
      <div role="status">
        <h2 className="text-title font-semibold">{title}</h2>
        <p className="pt-1">{lead(words.common.address(address))}</p>
      </div>
      {added === undefined ? (
        <Waiting what={waiting} />
      ) : (
        <p role="status" className="font-semibold">
          {addedSentence(words.vault.ways[added] ?? words.vaultScreen.ways.unknown)}
        </p>
      )}
      <p className="text-small text-quiet">{lost}</p>
      <Link to="/vault" className={`self-start ${plainLinkLook}`}>
        {back}
      </Link>
    </Panel>
  );
}
