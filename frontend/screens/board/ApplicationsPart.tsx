import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { BoardApplication, BoardDesk } from "../../keeper/licensing/Licensing.ts";
import { boardDeskQuery } from "../../queries/licensing.ts";
import { useMe } from "../../session/useMe.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { dayText } from "../../ui/dayText.ts";
import { boardWords as words, licensingWords } from "../../words/licensingWords.ts";
import { ProposalPanel } from "./ProposalPanel.tsx";
import type { Seat } from "./Seat.ts";
import { waitsForBoard } from "../../keeper/licensing/waitsForBoard.ts";

/** What was asked of the board, and what its members propose. */
export function ApplicationsPart({ jurisdiction, delay }: Seat) {
  const { data: desk, error } = useQuery(boardDeskQuery(useMe(), jurisdiction));
  if (desk === undefined) return error === null ? <Waiting what={words.loading} /> : <ErrorNotice error={error} />;
  const open = desk.applications.filter(waitsForBoard);
  const done = desk.applications.filter((it) => !waitsForBoard(it));
  return (
    <div className="flex flex-col gap-8">
      <SecretNotice desk={desk} />
      {desk.proposals.length > 0 && (
        <section aria-labelledby="proposed" className="flex flex-col gap-4">
          <h2 id="proposed" className="text-title font-semibold">
            {words.proposals}
          </h2>
          {desk.proposals.map((story) => (
            <ProposalPanel key={story.id} story={story} jurisdiction={jurisdiction} delay={delay} desk={desk} />
          ))}
        </section>
      )}
      <ApplicationList title={words.open} none={words.noneOpen} applications={open} />
      <ApplicationList title={words.done} none={words.noneDone} applications={done} />
    </div>
  );
}

function SecretNotice({ desk: { secret } }: { desk: BoardDesk }) {
  if (secret === "here") return null;
  return (
    <Notice kind="careful">
      {secret === "missing" ? words.secretMissing : words.secretAnother}{" "}
      <Link to="/board/secret" className="font-semibold underline">
        {words.toSecret}
      </Link>
    </Notice>
  );
}

type ApplicationListProps = { title: string; none: string; applications: BoardApplication[] };

function ApplicationList({ title, none, applications }: ApplicationListProps) {
  return (
    <section aria-label={title}>
      <h2 className="pb-2 text-title font-semibold">{title}</h2>
      {applications.length === 0 && <p className="text-quiet">{none}</p>}
      <ul className="flex flex-col">
        {applications.map(({ id, application, state, lacksCredential }) => (
          <li key={id} className="border-b border-line">
            <Link
              to="/board/$application"
              params={{ application: id }}
              className="grid gap-x-6 rounded-field px-2 py-3 hover:bg-well sm:grid-cols-[9rem_1fr_auto] sm:items-baseline"
            >
              <span className="text-small text-quiet">{dayText(application.at)}</span>
              <span>
                <span className="font-semibold">{application.content.name}</span>
                <span className="block text-small text-quiet">
                  {licensingWords.asked[application.content.purpose](licensingWords.kinds[application.kind])}
                </span>
                {lacksCredential && (
                  <span className="block text-small font-semibold text-clay">{words.lacksCredential}</span>
                )}
              </span>
              <span className="text-small text-quiet">{licensingWords.states[state]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
