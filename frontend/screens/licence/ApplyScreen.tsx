import { useQuery } from "@tanstack/react-query";
import { boardsQuery, ownLicensingQuery } from "../../queries/licensing.ts";
import { useMe } from "../../session/useMe.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { licenceWords } from "../../words/licensingWords.ts";
import { type ApplyDraft, ApplyForm } from "./ApplyForm.tsx";

/** Asks a board for a licence, or for another term of the one of this kind. */
export function ApplyScreen({ renew }: { renew: number | undefined }) {
  const me = useMe();
  const boards = useQuery(boardsQuery(me));
  const own = useQuery({ ...ownLicensingQuery(me), enabled: renew !== undefined });
  const error = boards.error ?? own.error;
  const { title, renewTitle, lead, loading, noBoards } = licenceWords.form;
  const reachable = boards.data?.filter(({ members }) => members.some(({ hasKey }) => hasKey));
  const licence = own.data?.licences.find(({ kind }) => kind === renew);
  const isReady = reachable !== undefined && (renew === undefined || own.data !== undefined);
  const first: ApplyDraft = {
    kind: String(licence?.kind ?? 0),
    jurisdiction: licence?.jurisdiction ?? reachable?.[0]?.jurisdiction ?? "",
    name: licence?.published?.name ?? "",
    speciality: licence?.published?.speciality ?? "",
    number: licence?.published?.number ?? "",
    note: "",
  };
  return (
    <div className="mx-auto max-w-3xl">
      <PageHead title={licence === undefined ? title : renewTitle} lead={lead} />
      <ErrorNotice error={error} />
      {!isReady && error === null && <Waiting what={loading} />}
      {isReady && reachable.length === 0 && <Notice>{noBoards}</Notice>}
      {isReady && reachable.length > 0 && (
        <ApplyForm first={first} boards={reachable} purpose={licence === undefined ? "new" : "renewal"} />
      )}
    </div>
  );
}
