import { useQueries, useQuery } from "@tanstack/react-query";
import { boardDeskQuery, ownLicensingQuery, seatsQuery } from "../queries/licensing.ts";
import { additionsQuery, hasMailQuery, putAwayQuery } from "../queries/notices.ts";
import { cliniciansQuery, sharedWithMeQuery, sharesQuery } from "../queries/sharing.ts";
import { standingQuery } from "../queries/standing.ts";
import { slowly } from "../queries/staleTimes.ts";
import { useMe } from "../session/useMe.ts";
import { useNames } from "../transactions/useNames.ts";
import type { Notice } from "./Notice.ts";
import { additions, endingAccess, endingShares } from "./chartNotices.ts";
import { endingLicences } from "./licenceNotices.ts";
import { endingAppointments } from "./staffNotices.ts";
import { fromBoard, waitingForBoard } from "./licensingNotices.ts";

/** What somebody should know now; undefined until all of it was asked for once. */
export function useNotices(): Notice[] | undefined {
  const me = useMe();
  const { data: standing } = useQuery(standingQuery(me));
  const { hasChart, hasKey, licences, worksFor } = standing;
  useNames(useQuery(cliniciansQuery(me)).data);
  const shares = useQuery({ ...sharesQuery(me), ...slowly, enabled: hasChart });
  const added = useQuery({ ...additionsQuery(me), enabled: hasChart });
  const charts = useQuery({ ...sharedWithMeQuery(me), ...slowly, enabled: hasKey });
  const mail = useQuery({ ...hasMailQuery(me), enabled: hasKey && licences.length === 0 });
  const mayHearOfBoards = licences.length > 0 || mail.data === true;
  const licensing = useQuery({ ...ownLicensingQuery(me), ...slowly, enabled: mayHearOfBoards });
  const { data: seats = [] } = useQuery(seatsQuery(me));
  const boards = useQueries({
    queries: seats.map(({ jurisdiction }) => Object.assign(boardDeskQuery(me, jurisdiction), slowly)),
  });
  const putAway = useQuery(putAwayQuery(me));
  if ([shares, added, charts, putAway].some(({ isLoading }) => isLoading)) return undefined;
  const now = Date.now() / 1000;
  const all = [
    ...boards.flatMap(({ data }) => (data === undefined ? [] : waitingForBoard(data))),
    ...(licensing.data === undefined ? [] : fromBoard(licensing.data)),
    ...endingLicences(licences, now),
    ...endingAppointments(worksFor, now),
    ...additions(added.data ?? []),
    ...endingShares(shares.data ?? [], now),
    ...endingAccess(charts.data ?? [], now),
  ];
  const away = new Set(putAway.data);
  return all.filter(({ key }) => !away.has(key));
}
