import { Link, useNavigate } from "@tanstack/react-router";
import type { Hex } from "viem";
import { useMe } from "../../session/useMe.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { plainLinkLook } from "../../ui/linkLook.ts";
import { words } from "../../words/words.ts";
import { ChartView } from "../chart/ChartView.tsx";

export function ChartScreen({ record }: { record?: Hex }) {
  const { address } = useMe();
  const navigate = useNavigate();
  return (
    <>
      <PageHead title={words.chart.title}>
        <div className="flex flex-wrap gap-3">
          <Link to="/chart/add" className={plainLinkLook}>
            {words.adding.link}
          </Link>
          <Link to="/chart/glance" className={plainLinkLook}>
            {words.chart.atAGlance}
          </Link>
          <Link to="/chart/trends" className={plainLinkLook}>
            {words.chart.overTime}
          </Link>
          <Link to="/chart/download" className={plainLinkLook}>
            {words.chart.download}
          </Link>
        </div>
      </PageHead>
      <ChartView
        subject={address}
        record={record}
        whenEmpty={
          <Link to="/chart/add" className="font-semibold text-accent underline">
            {words.chart.archive}
          </Link>
        }
        onOpen={(hash) => void navigate({ to: "/chart/$record", params: { record: hash }, resetScroll: false })}
        onClose={() => void navigate({ to: "/chart", resetScroll: false })}
      />
    </>
  );
}
