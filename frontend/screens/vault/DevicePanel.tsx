import { Link } from "@tanstack/react-router";
import { devicePath } from "../../desk/deskLink.ts";
import { TitledPanel } from "../../ui/TitledPanel.tsx";
import { plainLinkLook } from "../../ui/linkLook.ts";
import { words } from "../../words/words.ts";

/** The way to a second device of one's own. */
export function DevicePanel({ isMadeHere }: { isMadeHere: boolean }) {
  const { panelTitle, panelLead, panelElsewhere, action } = words.newDevice.add;
  return (
    <TitledPanel title={panelTitle} lead={isMadeHere ? panelLead : `${panelLead} ${panelElsewhere}`}>
      <Link to={devicePath} className={plainLinkLook}>
        {action}
      </Link>
    </TitledPanel>
  );
}
