import { Link } from "@tanstack/react-router";
import { TitledPanel } from "../../ui/TitledPanel.tsx";
import { plainLinkLook } from "../../ui/linkLook.ts";
import { words } from "../../words/words.ts";

/** The way to a licence, for whoever wants one or has one. */
export function LicenceLink() {
  const { title, lead, link } = words.vaultScreen.licence;
  return (
    <TitledPanel title={title} lead={lead}>
      <Link to="/licence" className={plainLinkLook}>
        {link}
      </Link>
    </TitledPanel>
  );
}
