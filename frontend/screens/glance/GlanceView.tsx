import { useQuery } from "@tanstack/react-query";
import type { Address, Hex } from "viem";
import { glanceOrder } from "../../glance/glanceKinds.ts";
import { useGlance } from "../../glance/useGlance.ts";
import type { Timeline } from "../../keeper/Keeper.ts";
import { timelineQuery } from "../../queries/chart.ts";
import { useMe } from "../../session/useMe.ts";
import { dayText } from "../../ui/dayText.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { glanceWords } from "../../words/glanceWords.ts";
import { LookedThrough } from "../chart/LookedThrough.tsx";
import { GlancePanel } from "./GlancePanel.tsx";

type GlanceViewProps = {
  subject: Address;
  /** Of the person, for paper. */
  name: string;
  onOpen: (record: Hex) => void;
};

/** What holds now in a chart. */
export function GlanceView({ subject, name, onOpen }: GlanceViewProps) {
  const { data, error } = useQuery(timelineQuery(useMe(), subject));
  if (error !== null) return <ErrorNotice error={error} />;
  if (data === undefined) return <Waiting what={glanceWords.loading} />;
  return <Panels subject={subject} name={name} records={data.records} onOpen={onOpen} />;
}

type PanelsProps = GlanceViewProps & { records: Timeline["records"] };

function Panels({ subject, name, records, onOpen }: PanelsProps) {
  const { glance, isDone, looked, lookThrough } = useGlance(subject, records);
  return (
    <div className="flex flex-col gap-6">
      <p className="hidden print:block">{glanceWords.printed(name, dayText(Date.now() / 1000))}</p>
      <div className="text-small text-quiet print:hidden">
        <LookedThrough looked={looked} onTryAgain={lookThrough.tryAgain} />
      </div>
      <div className="grid gap-6 md:grid-cols-2 print:grid-cols-2">
        {glanceOrder.map((kind) => (
          <GlancePanel key={kind} kind={kind} items={glance[kind]} isDone={isDone} onOpen={onOpen} />
        ))}
      </div>
    </div>
  );
}
