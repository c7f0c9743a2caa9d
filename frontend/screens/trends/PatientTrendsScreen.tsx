import { useQuery } from "@tanstack/react-query";
import type { Address } from "viem";
import { timelineQuery } from "../../queries/chart.ts";
import { useMe } from "../../session/useMe.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { overTimeWords } from "../../words/overTimeWords.ts";
import { words } from "../../words/words.ts";
import { TrendsView } from "./TrendsView.tsx";

export function PatientTrendsScreen({ subject }: { subject: Address }) {
  const about = useQuery(timelineQuery(useMe(), subject)).data?.about;
  const name = about?.name ?? words.patients.unnamed(words.common.address(subject));
  const { title, leadOf } = overTimeWords;
  return (
    <>
      <PageHead title={title} lead={leadOf(name)}></PageHead>
      <TrendsView subject={subject} />
    </>
  );
}
