import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Suspense, lazy } from "react";
import type { Address } from "viem";
import type { Timeline } from "../../../keeper/Keeper.ts";
import { timelineQuery } from "../../../queries/chart.ts";
import { useIsClinician } from "../../../session/useIsClinician.ts";
import { useMe } from "../../../session/useMe.ts";
import { dayText, soonText } from "../../../ui/dayText.ts";
import { words } from "../../../words/words.ts";
import { ageText } from "./ageText.ts";

/** What reads FHIR comes after the name is there. */
const AllergyLine = lazy(async () => ({ default: (await import("./AllergyLine.tsx")).AllergyLine }));

/** Whose chart this is, what must not be overlooked, and where in it one is: always in view. */
export function PatientHeader({ subject }: { subject: Address }) {
  const me = useMe();
  const isClinician = useIsClinician();
  const { data } = useQuery(timelineQuery(me, subject));
  if (data === undefined) return null;
  return (
    <div
      data-stays-in-view
      className="sticky top-0 z-10 -mx-4 -mt-8 mb-6 border-b border-line bg-paper px-4 pt-4 sm:-mx-6 sm:px-6 print:static print:hidden"
    >
      <section aria-label={words.patients.header.label} className="flex flex-wrap items-baseline gap-x-5 gap-y-1">
        <Person subject={subject} timeline={data} />
        <Suspense fallback={<span className="text-small text-quiet">{words.patients.header.looking}</span>}>
          <AllergyLine subject={subject} records={data.records} />
        </Suspense>
      </section>
      <Tabs subject={subject} mayAdd={isClinician && data.limits !== undefined && data.limits.contribute.length > 0} />
    </div>
  );
}

function Person({ subject, timeline: { about, limits } }: { subject: Address; timeline: Timeline }) {
  const { until, soon } = words.patients.header;
  const name = about?.name ?? words.patients.unnamed(words.common.address(subject));
  const ends = limits && soonText(limits.validUntil);
  return (
    <>
      <p className="font-serif text-lead font-semibold">{name}</p>
      {about !== undefined && (
        <p className="text-small text-quiet">
          {words.patients.header.born(
            dayText(Date.parse(about.birthDate) / 1000),
            ageText(about.birthDate, new Date().toISOString()),
          )}
        </p>
      )}
      {limits !== undefined && (
        <p className={`text-small ${ends === undefined ? "hidden text-quiet sm:block" : "font-medium text-clay"}`}>
          {ends === undefined ? until(dayText(limits.validUntil - 1)) : soon(ends)}
        </p>
      )}
    </>
  );
}

const tab =
  "inline-flex min-h-11 shrink-0 items-center rounded-field px-3 whitespace-nowrap text-quiet hover:bg-well hover:text-ink data-[status=active]:font-semibold data-[status=active]:text-ink data-[status=active]:underline data-[status=active]:decoration-accent data-[status=active]:decoration-2 data-[status=active]:underline-offset-8";

function Tabs({ subject, mayAdd }: { subject: Address; mayAdd: boolean }) {
  const params = { subject };
  return (
    <nav aria-label={words.patients.header.navigation} className="-mx-3 flex gap-1 overflow-x-auto">
      <Link to="/patients/$subject" params={params} activeOptions={{ exact: true }} className={tab}>
        {words.patients.header.timeline}
      </Link>
      <Link to="/patients/$subject/glance" params={params} className={tab}>
        {words.chart.atAGlance}
      </Link>
      <Link to="/patients/$subject/trends" params={params} className={tab}>
        {words.chart.overTime}
      </Link>
      {mayAdd && (
        <>
          <Link to="/patients/$subject/add" params={params} className={tab}>
            {words.adding.link}
          </Link>
          <Link to="/patients/$subject/note" params={params} className={tab}>
            {words.adding.note}
          </Link>
        </>
      )}
    </nav>
  );
}
