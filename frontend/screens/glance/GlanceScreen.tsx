import { Link, useNavigate } from "@tanstack/react-router";
import { useMe } from "../../session/useMe.ts";
import { nameOf } from "../../transactions/names.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { plainLinkLook } from "../../ui/linkLook.ts";
import { glanceWords } from "../../words/glanceWords.ts";
import { words } from "../../words/words.ts";
import { GlanceView } from "./GlanceView.tsx";
import { PrintButton } from "./PrintButton.tsx";

export function GlanceScreen() {
  const { address } = useMe();
  const navigate = useNavigate();
  const { title, lead } = glanceWords;
  return (
    <>
      <PageHead title={title} lead={lead}>
        <div className="flex flex-wrap gap-3 print:hidden">
          <PrintButton />
          <Link to="/chart" className={plainLinkLook}>
            {words.common.toChart}
          </Link>
        </div>
      </PageHead>
      <GlanceView
        subject={address}
        name={nameOf(address)}
        onOpen={(record) => void navigate({ to: "/chart/$record", params: { record } })}
      />
    </>
  );
}
