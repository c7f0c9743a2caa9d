import type { Share, SharedWithMe } from "../keeper/Keeper.ts";
import type { Addition } from "../keeper/notices/KeepsNotices.ts";
import { nameOf } from "../transactions/names.ts";
import { dayText, soonText } from "../ui/dayText.ts";
import { noticeWords } from "../words/noticeWords.ts";
import type { Notice } from "./Notice.ts";

const day = 86_400;
/** Access is told of a week ahead: time for an appointment, or for a word to the patient. */
export const week = 7 * day;

/** Whose access to one's own chart ends soon. */
export function endingShares(shares: readonly Share[], now: number): Notice[] {
  return shares
    .filter(({ validUntil }) => endsWithin(validUntil, now, week))
    .map(({ grantee, granteeName, validUntil }) => ({
      key: `share ${grantee.toLowerCase()} ${validUntil}`,
      sentence: noticeWords.shareEnds(granteeName ?? nameOf(grantee), endText(validUntil, now)),
      action: noticeWords.changeShare,
      to: { to: "/sharing/new", search: { with: grantee } },
    }));
}

/** Whose chart one will no longer see soon. */
export function endingAccess(charts: readonly SharedWithMe[], now: number): Notice[] {
  return charts
    .filter(({ isInForce, validUntil }) => isInForce && endsWithin(validUntil, now, week))
    .map(({ subject, about, validUntil }) => ({
      key: `access ${subject.toLowerCase()} ${validUntil}`,
      sentence: noticeWords.accessEnds(about?.name ?? nameOf(subject), endText(validUntil, now)),
      action: noticeWords.openChart,
      to: { to: "/patients/$subject", params: { subject } },
    }));
}

/** What others have put into one's own chart. */
export function additions(added: readonly Addition[]): Notice[] {
  return added.map(({ author, records, newestAt }) => ({
    key: `added ${author.toLowerCase()} ${newestAt}`,
    sentence: noticeWords.added(nameOf(author), records, dayText(newestAt)),
    action: noticeWords.lookAtChart,
    to: { to: "/chart" },
  }));
}

export function endsWithin(end: number, now: number, time: number): boolean {
  return now < end && end - now <= time;
}

export function endText(end: number, now: number): string {
  return soonText(end, now) ?? noticeWords.onDay(dayText(end));
}
