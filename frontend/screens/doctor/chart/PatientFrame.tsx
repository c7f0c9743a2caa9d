import { useQuery } from "@tanstack/react-query";
import { Link, Outlet } from "@tanstack/react-router";
import type { Address } from "viem";
import { timelineQuery } from "../../../queries/chart.ts";
import { useMe } from "../../../session/useMe.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { words } from "../../../words/words.ts";
import { ConfirmedPerson } from "../ConfirmedPerson.tsx";
import { PatientHeader } from "./PatientHeader.tsx";

/** Around every screen of a patient's chart: whose it is stays in view, and an end to sharing ends all of them. */
export function PatientFrame({ subject }: { subject: Address }) {
  const { error } = useQuery(timelineQuery(useMe(), subject));
  if (error?.name === "NotGranted") return <Ended />;
  return (
    <ConfirmedPerson subject={subject}>
      <PatientHeader subject={subject} />
      <Outlet />
    </ConfirmedPerson>
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
