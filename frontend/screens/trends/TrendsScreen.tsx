import { Link } from "@tanstack/react-router";
import { useMe } from "../../session/useMe.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { plainLinkLook } from "../../ui/linkLook.ts";
import { overTimeWords } from "../../words/overTimeWords.ts";
import { words } from "../../words/words.ts";
import { TrendsView } from "./TrendsView.tsx";

export function TrendsScreen() {
  const { address } = useMe();
  const { title, lead } = overTimeWords;
  return (
    <>
      <PageHead title={title} lead={lead}>
        <Link to="/chart" className={plainLinkLook}>
          {words.common.toChart}
        </Link>
      </PageHead>
      <TrendsView subject={address} />
    </>
  );
}
