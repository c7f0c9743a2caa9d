import type { OwnLicence } from "../../keeper/licensing/Licensing.ts";
import { dayText } from "../../ui/dayText.ts";
import { licenceWords as words } from "../../words/licensingWords.ts";

const day = 86_400;

/** How long before its end a holder is told of it. */
export const soonDays = 60;

type Standing = Pick<OwnLicence, "status" | "validFrom" | "validUntil">;

/** How many days a licence that counts has left, where they are few. */
export function daysLeft({ status, validFrom, validUntil }: Standing, now = Date.now() / 1000): number | undefined {
  const left = Math.ceil((validUntil - now) / day);
  return status === "active" && validFrom <= now && left > 0 && left <= soonDays ? left : undefined;
}

/** How a licence stands, and what that means. */
export function standingSentence(licence: Standing, now = Date.now() / 1000): string {
  const { status, validFrom, validUntil } = licence;
  if (status !== "active") return words[status];
  if (validUntil <= now) return words.ended(dayText(validUntil));
  if (validFrom > now) return words.begins(dayText(validFrom));
  const left = daysLeft(licence, now);
  return left === undefined ? words.inForce(dayText(validUntil)) : words.soon(left);
}
