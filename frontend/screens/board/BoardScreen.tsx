import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { PaperId } from "#core/licensing/Paper.ts";
import { seatsQuery } from "../../queries/licensing.ts";
import { createStore } from "../../session/createStore.ts";
import { useMe } from "../../session/useMe.ts";
import { ChoiceField } from "../../ui/ChoiceField.tsx";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { boardWords as words, licensingWords } from "../../words/licensingWords.ts";
import { ApplicationScreen } from "./ApplicationScreen.tsx";
import { ApplicationsPart } from "./ApplicationsPart.tsx";
import { RegisterPart } from "./RegisterPart.tsx";
import { SecretPart } from "./SecretPart.tsx";

type Part = "applications" | "register" | "secret";

type BoardScreenProps = { part: Part; application?: PaperId };

/** Of somebody who sits on several boards: the one they look at. */
const chosenBoard = createStore<string | undefined>(undefined);

export function BoardScreen({ part, application }: BoardScreenProps) {
  const chosen = chosenBoard.use();
  const { data: seats, error } = useQuery(seatsQuery(useMe()));
  if (seats === undefined) return error === null ? <Waiting what={words.loading} /> : <ErrorNotice error={error} />;
  const seat = seats.find(({ jurisdiction }) => jurisdiction === chosen) ?? seats[0];
  if (seat === undefined) {
    return (
      <Panel>
        <h1 className="text-title font-semibold">{words.notMember}</h1>
        <p className="pt-1 text-quiet">{words.notMemberLead}</p>
      </Panel>
    );
  }
  const { jurisdiction, delay } = seat;
  const places = { jurisdiction, delay };
  if (application !== undefined) return <ApplicationScreen {...places} id={application} />;
  return (
    <>
      <PageHead title={words.title} lead={delay === 0 ? words.lead(jurisdiction) : words.leadAssistant(jurisdiction)}>
        {seats.length > 1 && (
          <ChoiceField
            label={words.which}
            options={Object.fromEntries(seats.map((it) => [it.jurisdiction, licensingWords.board(it.jurisdiction)]))}
            chosen={jurisdiction}
            onChoose={chosenBoard.set}
          />
        )}
      </PageHead>
      <Parts />
      {part === "applications" && <ApplicationsPart {...places} />}
      {part === "register" && <RegisterPart {...places} />}
      {part === "secret" && <SecretPart jurisdiction={jurisdiction} />}
    </>
  );
}

const tab =
  "inline-flex min-h-11 items-center border-b-2 border-transparent px-3 font-semibold text-quiet hover:text-ink data-[status=active]:border-accent data-[status=active]:text-ink";

function Parts() {
  return (
    <nav aria-label={words.parts} className="mb-6 flex gap-1 overflow-x-auto border-b border-line">
      <Link to="/board" activeOptions={{ exact: true }} className={tab}>
        {words.applications}
      </Link>
      <Link to="/board/register" className={tab}>
        {words.register}
      </Link>
      <Link to="/board/secret" className={tab}>
        {words.secret}
      </Link>
    </nav>
  );
}
