import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Address } from "viem";
import { timelineQuery } from "../../queries/chart.ts";
import { useMe } from "../../session/useMe.ts";
import { PageHead } from "../../ui/PageHead.tsx";
import { glanceWords } from "../../words/glanceWords.ts";
import { words } from "../../words/words.ts";
import { GlanceView } from "./GlanceView.tsx";
import { PrintButton } from "./PrintButton.tsx";

export function PatientGlanceScreen({ subject }: { subject: Address }) {
  const navigate = useNavigate();
  const about = useQuery(timelineQuery(useMe(), subject)).data?.about;
  const name = about?.name ?? words.patients.unnamed(words.common.address(subject));
  const { title, leadOf, leadPart } = glanceWords;
  return (
    <>
      <PageHead title={title} lead={`${leadOf(name)} ${leadPart}`}>
        <div className="flex flex-wrap gap-3 print:hidden">
          <PrintButton />
        </div>
      </PageHead>
      <GlanceView
        subject={subject}
        name={name}
        onOpen={(record) => void navigate({ to: "/patients/$subject/$record", params: { subject, record } })}
      />
    </>
  );
}
