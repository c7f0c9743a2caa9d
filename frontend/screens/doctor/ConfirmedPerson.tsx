import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Address } from "viem";
import { timelineQuery } from "../../queries/chart.ts";
import { useIsClinician } from "../../session/useIsClinician.ts";
import { useMe } from "../../session/useMe.ts";
import { Button } from "../../ui/Button.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { dayText } from "../../ui/dayText.ts";
import { mainLinkLook } from "../../ui/linkLook.ts";
import { words } from "../../words/words.ts";
import { type ClaimedPerson, confirmPerson, useIsConfirmed } from "./confirmedPeople.ts";

type ConfirmedPersonProps = { subject: Address; children: ReactNode };

/**
 * A chart, once a clinician has said whose it is: whoever answers a code at the desk first can only have shared a chart of
 * their own, and it must not be taken for that of the person in the room.
 */
export function ConfirmedPerson({ subject, children }: ConfirmedPersonProps) {
  const me = useMe();
  const isClinician = useIsClinician();
  const { data, isPending } = useQuery(timelineQuery(me, subject));
  const { name = "", birthDate = "" } = data?.about ?? {};
  const person = { grantee: me.address, subject, name, birthDate };
  const isConfirmed = useIsConfirmed(person);
  if (!isClinician) return children; // a relative answers no code, and treats nobody
  if (isPending) return <Waiting what={words.chart.loading} />;
  return data?.about === undefined || isConfirmed ? children : <Question person={person} />;
}

function Question({ person }: { person: ClaimedPerson }) {
  const [isOther, setOther] = useState(false);
  const { question, lead, yes, no } = words.patients.confirm;
  if (isOther) return <SomebodyElse onBack={() => setOther(false)} />;
  return (
    <div className="max-w-2xl">
      <PageHead title={question} lead={lead} />
      <Panel>
        <p className="font-serif text-page font-semibold">{person.name}</p>
        <p className="pt-1 pb-6 text-lead">{words.chart.born(dayText(Date.parse(person.birthDate) / 1000))}</p>
        <div className="flex flex-wrap gap-3">
          <Button kind="main" onClick={() => confirmPerson(person)}>
            {yes}
          </Button>
          <Button onClick={() => setOther(true)}>{no}</Button>
        </div>
      </Panel>
    </div>
  );
}

function SomebodyElse({ onBack }: { onBack: () => void }) {
  const { other, otherLead, back } = words.patients.confirm;
  return (
    <Panel role="alert" className="max-w-2xl">
      <h1 className="text-title font-semibold">{other}</h1>
      <p className="pt-1 pb-4">{otherLead}</p>
      <div className="flex flex-wrap gap-3">
        <Link to="/patients/ask" className={mainLinkLook}>
          {words.desk.ask.link}
        </Link>
        <Button onClick={onBack}>{back}</Button>
      </div>
    </Panel>
  );
}
