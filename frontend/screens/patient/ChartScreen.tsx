import { useNavigate } from "@tanstack/react-router";
import type { Hex } from "viem";
import { useMe } from "../../session/useMe.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { words } from "../../words/words.ts";
import { ChartView } from "../chart/ChartView.tsx";

export function ChartScreen({ record }: { record?: Hex }) {
  const { address } = useMe();
  const navigate = useNavigate();
  return (
    <>
      <PageHead title={words.chart.title} />
      <ChartView
        subject={address}
        record={record}
        onOpen={(hash) => void navigate({ to: "/chart/$record", params: { record: hash }, resetScroll: false })}
        onClose={() => void navigate({ to: "/chart", resetScroll: false })}
      />
    </>
  );
}
