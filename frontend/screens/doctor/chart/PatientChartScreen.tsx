import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import type { Address, Hex } from "viem";
import { timelineQuery } from "../../../queries/chart.ts";
import { useMe } from "../../../session/useMe.ts";
import { words } from "../../../words/words.ts";
import { ChartView } from "../../chart/ChartView.tsx";
import { LimitsLine } from "./LimitsLine.tsx";
import { useIsWide } from "./useIsWide.ts";

const ChartSummary = lazy(async () => ({ default: (await import("./ChartSummary.tsx")).ChartSummary }));

/** A patient's timeline, and on a desk beside it what holds now. */
export function PatientChartScreen({ subject, record }: { subject: Address; record?: Hex }) {
  const navigate = useNavigate();
  const isWide = useIsWide();
  const { data } = useQuery(timelineQuery(useMe(), subject));
  const title = words.chart.titleOf(data?.about?.name ?? words.patients.unnamed(words.common.address(subject)));
  const open = (hash: Hex) =>
    void navigate({ to: "/patients/$subject/$record", params: { subject, record: hash }, resetScroll: false });
  return (
    <div className="lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start lg:gap-8">
      <title>{title}</title>
      <h1 className="sr-only">{title}</h1>
      <div className="flex flex-col gap-4">
        {data?.limits !== undefined && <LimitsLine limits={data.limits} />}
        <ChartView
          subject={subject}
          record={record}
          onOpen={open}
          onClose={() => void navigate({ to: "/patients/$subject", params: { subject }, resetScroll: false })}
        />
      </div>
      {isWide && data !== undefined && (
        <Suspense fallback={null}>
          <ChartSummary subject={subject} records={data.records} onOpen={open} />
        </Suspense>
      )}
    </div>
  );
}
