import type { Licence } from "../keeper/Keeper.ts";
import { dayText } from "../ui/dayText.ts";
import { noticeWords } from "../words/noticeWords.ts";
import { words } from "../words/words.ts";
import type { Notice } from "./Notice.ts";
import { endsWithin } from "./chartNotices.ts";

/** A board needs its time to renew one. */
const ahead = 60 * 86_400;

/** Licences that end soon. */
export function endingLicences(licences: readonly Licence[], now: number): Notice[] {
  return licences
    .filter(({ isInForce, validUntil }) => isInForce && endsWithin(validUntil, now, ahead))
    .map(({ kind, validUntil }) => ({
      key: `licence ${kind} ${validUntil}`,
      sentence: noticeWords.licenceEnds(words.shell.licence[kind] ?? "", dayText(validUntil)),
      action: noticeWords.askRenewal,
      to: { to: "/licence/apply", search: { renew: kind } },
    }));
}
