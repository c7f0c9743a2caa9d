import { useQuery } from "@tanstack/react-query";
import { type Address, isAddressEqual } from "viem";
import { timelineQuery } from "../../queries/chart.ts";
import { standingQuery, writableQuery } from "../../queries/adding.ts";
import { useMe } from "../../session/useMe.ts";
import { rememberName } from "../../transactions/names.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead } from "../../ui/PageHead.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { words } from "../../words/words.ts";
import { AddForm } from "./AddForm.tsx";

/** Adds files to one's own chart, or to a patient's. */
export function AddScreen({ subject }: { subject: Address }) {
  const me = useMe();
  const isOwn = isAddressEqual(subject, me.address);
  const about = useQuery(timelineQuery(me, subject)).data?.about;
  if (about !== undefined) rememberName(subject, about.name);
  const { title, titleOf, lead, leadOf } = words.adding;
  const name = about?.name ?? words.common.address(subject);
  return (
    <>
      <PageHead title={isOwn ? title : titleOf(name)} lead={isOwn ? lead : leadOf} />
      <div className="flex max-w-3xl flex-col gap-4">
        <WhereAllowed subject={subject} isOwn={isOwn} />
      </div>
    </>
  );
}

function WhereAllowed({ subject, isOwn }: { subject: Address; isOwn: boolean }) {
  const me = useMe();
  const writable = useQuery(writableQuery(me, subject));
  const standing = useQuery(standingQuery(me));
  const error = writable.error ?? standing.error;
  if (error !== null) return <ErrorNotice error={error} />;
  if (writable.data === undefined || standing.data === undefined) return <Waiting what={words.adding.loading} />;
  const isLicensed = standing.data.licences.some(({ isInForce }) => isInForce);
  if (!isOwn && !isLicensed) return <Notice kind="careful">{words.adding.notLicensed}</Notice>;
  if (writable.data.length === 0) return <Notice kind="careful">{words.adding.notGranted}</Notice>;
  return <AddForm subject={subject} isOwn={isOwn} writable={writable.data} />;
}
