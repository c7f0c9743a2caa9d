import { useQuery } from "@tanstack/react-query";
import { activityQuery, cliniciansQuery, sharesQuery } from "../../queries/sharing.ts";
import { useMe } from "../../session/useMe.ts";
import { nameOf } from "../../transactions/names.ts";
import { useNames } from "../../transactions/useNames.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { momentText } from "../../ui/dayText.ts";
import { words } from "../../words/words.ts";

/** Who received the key to what, verified. */
export function ActivityScreen() {
  const me = useMe();
  const { data, error } = useQuery(activityQuery(me));
  useNames(useQuery(cliniciansQuery(me)).data, useQuery(sharesQuery(me)).data);
  return (
    <>
      <PageHead title={words.activity.title} lead={words.activity.lead} />
      <ErrorNotice error={error} />
      {data === undefined && error === null && <Waiting what={words.activity.loading} />}
      {data?.entries.length === 0 && <p className="text-quiet">{words.activity.none}</p>}
      <ul className="flex flex-col">
        {data?.entries.map(({ at, to, capsules, isAnchored }) => (
          <li key={`${at}/${to}/${capsules[0]}`} className="border-b border-line py-3">
            <p className="font-semibold">{words.activity.line(nameOf(to), capsules.length)}</p>
            <p className="text-small text-quiet">
              {momentText(at)}. {isAnchored ? words.activity.anchored : words.activity.young}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
