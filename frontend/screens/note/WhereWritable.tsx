import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { Address } from "viem";
import type { Category } from "#core/records/categories.ts";
import { standingQuery, writableQuery } from "../../queries/adding.ts";
import { useMe } from "../../session/useMe.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Waiting } from "../../ui/Waiting.tsx";
import { visitNoteWords } from "../../words/visitNoteWords.ts";
import { words } from "../../words/words.ts";

type WhereWritableProps = { subject: Address; children: (writable: Category[]) => ReactNode };

/** Physicians and hospitals, as the register numbers them: the contract takes records from no others. */
const writingKinds: ReadonlySet<number> = new Set([0, 2]);

/** What is for those alone who may write into this chart now. */
export function WhereWritable({ subject, children }: WhereWritableProps) {
  const me = useMe();
  const writable = useQuery(writableQuery(me, subject));
  const standing = useQuery(standingQuery(me));
  const error = writable.error ?? standing.error;
  if (error !== null) return <ErrorNotice error={error} />;
  if (writable.data === undefined || standing.data === undefined) return <Waiting what={words.adding.loading} />;
  const isLicensed = standing.data.licences.some(({ kind, isInForce }) => isInForce && writingKinds.has(kind));
  if (!isLicensed) return <Notice kind="careful">{visitNoteWords.notPhysician}</Notice>;
  if (writable.data.length === 0) return <Notice kind="careful">{words.adding.notGranted}</Notice>;
  return children(writable.data);
}
