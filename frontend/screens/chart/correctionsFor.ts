import { type Address, isAddressEqual } from "viem";
import type { TimelineRecord } from "../../keeper/Keeper.ts";

export type Correction = "dispute" | "entered-in-error" | "erase";

type Standing = { me: Address; subject: Address; record: Pick<TimelineRecord, "author" | "status"> };

/** What somebody may do about a record, as the contract and the gateway let them. */
export function correctionsFor({ me, subject, record: { author, status } }: Standing): Correction[] {
  const [isMine, isMyChart] = [isAddressEqual(author, me), isAddressEqual(subject, me)];
  const corrections: Correction[] = [];
  if (isMyChart && !isMine && status === "current") corrections.push("dispute");
  if (isMine && status !== "entered-in-error") corrections.push("entered-in-error");
  if (isMyChart) corrections.push("erase");
  return corrections;
}
