import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { Address, Hex } from "viem";
import { timelineQuery } from "../../queries/chart.ts";
import { useMe } from "../../session/useMe.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { dayText } from "../../ui/dayText.ts";
import { plainLinkLook } from "../../ui/linkLook.ts";
import { words } from "../../words/words.ts";
import { ChartView } from "../chart/ChartView.tsx";

export function PatientChartScreen({ subject, record }: { subject: Address; record?: Hex }) {
  const navigate = useNavigate();
  const { data, error } = useQuery(timelineQuery(useMe(), subject));
  if (error?.name === "NotGranted") return <Ended />;
  const about = data?.about;
  const name = about?.name ?? words.patients.unnamed(words.common.address(subject));
  return (
    <>
      <PageHead
        title={words.chart.titleOf(name)}
        lead={about && words.chart.born(dayText(Date.parse(about.birthDate) / 1000))}
      >
        <div className="flex flex-wrap gap-3">
          <Link to="/patients/$subject/add" params={{ subject }} className={plainLinkLook}>
            {words.adding.link}
          </Link>
          <Link to="/patients/$subject/glance" params={{ subject }} className={plainLinkLook}>
            {words.chart.atAGlance}
          </Link>
          <Link to="/patients/$subject/trends" params={{ subject }} className={plainLinkLook}>
            {words.chart.overTime}
          </Link>
        </div>
      </PageHead>
      <ChartView
        subject={subject}
        record={record}
        onOpen={(hash) =>
          void navigate({ to: "/patients/$subject/$record", params: { subject, record: hash }, resetScroll: false })
        }
        onClose={() => void navigate({ to: "/patients/$subject", params: { subject }, resetScroll: false })}
      />
    </>
  );
}

function Ended() {
  return (
    <Panel role="alert">
      <h1 className="text-title font-semibold">{words.patients.ended}</h1>
      <p className="pt-1 pb-4 text-quiet">{words.patients.endedLead}</p>
      <Link to="/patients" className="font-semibold text-accent underline">
        {words.patients.title}
      </Link>
    </Panel>
  );
}
