import { Link } from "@tanstack/react-router";
import { devicePath } from "../../desk/deskLink.ts";
import { Panel } from "../../ui/Panel.tsx";
import { plainLinkLook } from "../../ui/linkLook.ts";
import { words } from "../../words/words.ts";

/** The way to a second device of one's own. */
export function DevicePanel({ isMadeHere }: { isMadeHere: boolean }) {
  const { panelTitle, panelLead, panelElsewhere, action } = words.newDevice.add;
  return (
    <Panel aria-labelledby="another-device">
      <h2 id="another-device" className="text-title font-semibold">
        {panelTitle}
      </h2>
      <p className="pt-1 pb-4 text-quiet">
        {panelLead} {!isMadeHere && panelElsewhere}
      </p>
      <Link to={devicePath} className={plainLinkLook}>
        {action}
      </Link>
    </Panel>
  );
}
