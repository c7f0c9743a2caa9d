import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { ownLicensingQuery } from "../../queries/licensing.ts";
import { useMe } from "../../session/useMe.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { mainLinkLook } from "../../ui/linkLook.ts";
import { licenceWords as words } from "../../words/licensingWords.ts";
import { ApplicationPanel } from "./ApplicationPanel.tsx";
import { OwnLicencePanel } from "./OwnLicencePanel.tsx";

/** What a board says of somebody, and what they ask of it. */
export function LicenceScreen() {
  const { data, error } = useQuery(ownLicensingQuery(useMe()));
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead title={words.title} lead={words.lead}>
        <Link to="/licence/apply" className={mainLinkLook}>
          {words.apply}
        </Link>
      </PageHead>
      <div className="flex flex-col gap-5">
        <ErrorNotice error={error} />
        {data === undefined && error === null && <Waiting what={words.loading} />}
        {data?.licences.length === 0 && data.applications.length === 0 && (
          <Panel>
            <h2 className="text-title font-semibold">{words.none}</h2>
            <p className="pt-1 text-quiet">{words.noneLead}</p>
          </Panel>
        )}
        {data?.licences.map((licence) => (
          <OwnLicencePanel key={licence.kind} licence={licence} />
        ))}
        {data !== undefined && data.applications.length > 0 && (
          <section className="flex flex-col gap-4" aria-labelledby="asked-for">
            <h2 id="asked-for" className="pt-2 text-title font-semibold">
              {words.applications}
            </h2>
            {data.applications.map((story) => (
              <ApplicationPanel key={story.id} story={story} />
            ))}
          </section>
        )}
      </div>
    </div>
  );
}
