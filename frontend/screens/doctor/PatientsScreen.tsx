import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { SharedWithMe } from "../../keeper/Keeper.ts";
import { sharedWithMeQuery } from "../../queries/sharing.ts";
import { enter } from "../../session/session.ts";
import { useIsClinician } from "../../session/useIsClinician.ts";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { dayText } from "../../ui/dayText.ts";
import { mainLinkLook } from "../../ui/linkLook.ts";
import { words } from "../../words/words.ts";

export function PatientsScreen() {
  const me = useMe();
  const { data, error, isPending } = useQuery(sharedWithMeQuery(me));
  const isClinician = useIsClinician();
  const { title, lead, none, noneLead } = isClinician ? words.patients : words.patients.toRelatives;
  return (
    <>
      <PageHead title={title} lead={lead}>
        {isClinician && (
          <Link to="/patients/ask" className={mainLinkLook}>
            {words.desk.ask.link}
          </Link>
        )}
      </PageHead>
      <div className="flex flex-col gap-4">
        {!me.standing.hasKey && <Join isClinician={isClinician} />}
        <ErrorNotice error={error} />
        {isPending && <Waiting what={words.patients.loading} />}
        {data?.length === 0 && (
          <Panel>
            <h2 className="text-title font-semibold">{none}</h2>
            <p className="pt-1 text-quiet">{noneLead}</p>
          </Panel>
        )}
        {data !== undefined && data.length > 0 && (
          <ul className="grid gap-3 md:grid-cols-2">
            {data.map((chart) => (
              <li key={chart.subject}>
                <PatientCard chart={chart} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

function PatientCard({ chart }: { chart: SharedWithMe }) {
  const { subject, about, isInForce, validFrom, validUntil, read, contribute, refusal } = chart;
  const name = about?.name ?? words.patients.unnamed(words.common.address(subject));
  const when = isInForce ? words.common.until(dayText(validUntil - 1)) : words.patients.later(dayText(validFrom));
  const parts = read.length > 0 ? namesOf(read) : words.patients.onlyAdding(namesOf(contribute));
  const content = (
    <>
      <span className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-serif text-lead font-semibold">
          <span className="sr-only">{words.patients.open}</span> {name}
        </span>
        <span className="text-small text-quiet">{when}</span>
      </span>
      {about !== undefined && (
        <span className="block text-small text-quiet">
          {words.chart.born(dayText(Date.parse(about.birthDate) / 1000))}
        </span>
      )}
      <span className="block pt-2 text-small">{refusal === undefined ? parts : words.patients.refused}</span>
    </>
  );
  const look = "block h-full rounded-panel border border-line bg-surface p-5 shadow-panel";
  if (refusal !== undefined || !isInForce) return <div className={look}>{content}</div>;
  return (
    <Link to="/patients/$subject" params={{ subject }} className={`${look} transition-colors hover:border-accent`}>
      {content}
    </Link>
  );
}

function namesOf(some: SharedWithMe["read"]): string {
  return some.map((category) => words.categories[category]).join(", ");
}

function Join({ isClinician }: { isClinician: boolean }) {
  const { keeper } = useMe();
  const joining = useMutation({
    async mutationFn() {
      await keeper.join();
      await enter();
    },
  });
  const { action, working } = words.patients.join;
  const { title, lead } = isClinician ? words.patients.join : words.patients.toRelatives.join;
  return (
    <Panel>
      <h2 className="text-title font-semibold">{title}</h2>
      <p className="pt-1 pb-4 text-quiet">{lead}</p>
      <ErrorNotice error={joining.error} />
      <Button kind="main" isWorking={joining.isPending} onClick={() => joining.mutate()}>
        {joining.isPending ? working : action}
      </Button>
    </Panel>
  );
}
