import type { TypedDataDefinition } from "viem";
import type { Card } from "./Card.ts";
import { appointStaff } from "./appointStaff.ts";
import { askAccess } from "./askAccess.ts";
import { disputeRecord } from "./disputeRecord.ts";
import { endAccess } from "./endAccess.ts";
import { endAllAccess } from "./endAllAccess.ts";
import { grantAccess } from "./grantAccess.ts";
import { handOutKeys } from "./handOutKeys.ts";
import { markEnteredInError } from "./markEnteredInError.ts";
import { openChart } from "./openChart.ts";
import { publishAsStaff } from "./publishAsStaff.ts";
import { publishKey } from "./publishKey.ts";
import { publishRecords } from "./publishRecords.ts";
import { replaceRecord } from "./replaceRecord.ts";
import { rotateKeys } from "./rotateKeys.ts";
import { withdrawStaff } from "./withdrawStaff.ts";

const cards = {
  OpenChart: openChart,
  PublishKey: publishKey,
  Grant: grantAccess,
  Revoke: endAccess,
  RevokeAll: endAllAccess,
  Rotate: rotateKeys,
  Publish: publishRecords,
  Supersede: replaceRecord,
  Dispute: disputeRecord,
  MarkEnteredInError: markEnteredInError,
  AccessRequest: askAccess,
  Appoint: appointStaff,
  Withdraw: withdrawStaff,
  PublishAsStaff: publishAsStaff,
  StaffSheet: handOutKeys,
};

/** A message that has no words is signed by nobody. Those about licences come when one is signed. */
export async function cardOf({ primaryType, message }: TypedDataDefinition): Promise<Card> {
  const known = cards[primaryType as keyof typeof cards] as ((values: unknown) => Card) | undefined;
  const card = known ?? (await licensingCard(primaryType));
  if (card === undefined) throw new Error(`There are no words for ${primaryType}.`);
  return card(message);
}

async function licensingCard(primaryType: string): Promise<((values: unknown) => Card) | undefined> {
  const { licensingCards } = await import("./licensing/licensingCards.ts");
  return licensingCards[primaryType as keyof typeof licensingCards] as ((values: unknown) => Card) | undefined;
}
