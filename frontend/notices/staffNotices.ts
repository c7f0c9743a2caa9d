import type { Standing } from "../keeper/Keeper.ts";
import { nameOf } from "../transactions/names.ts";
import { noticeWords } from "../words/noticeWords.ts";
import type { Notice } from "./Notice.ts";
import { endText, endsWithin, week } from "./chartNotices.ts";

/** Hospitals for which somebody may soon add no more. */
export function endingAppointments(worksFor: Standing["worksFor"], now: number): Notice[] {
  return worksFor
    .filter(({ validUntil }) => endsWithin(validUntil, now, week))
    .map(({ hospital, validUntil }) => ({
      key: `appointment ${hospital.toLowerCase()} ${validUntil}`,
      sentence: noticeWords.appointmentEnds(nameOf(hospital), endText(validUntil, now)),
      action: noticeWords.toDesk,
      to: { to: "/batch" },
    }));
}
