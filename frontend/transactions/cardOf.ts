import type { TypedDataDefinition } from "viem";
import type { Card } from "./Card.ts";
import { askAccess } from "./askAccess.ts";
import { disputeRecord } from "./disputeRecord.ts";
import { endAccess } from "./endAccess.ts";
import { endAllAccess } from "./endAllAccess.ts";
import { grantAccess } from "./grantAccess.ts";
import { markEnteredInError } from "./markEnteredInError.ts";
import { openChart } from "./openChart.ts";
import { publishKey } from "./publishKey.ts";
import { publishRecords } from "./publishRecords.ts";
import { replaceRecord } from "./replaceRecord.ts";
import { rotateKeys } from "./rotateKeys.ts";

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
};

/** A message that has no words is signed by nobody. */
export function cardOf({ primaryType, message }: TypedDataDefinition): Card {
  const card = cards[primaryType as keyof typeof cards] as ((values: unknown) => Card) | undefined;
  if (card === undefined) throw new Error(`There are no words for ${primaryType}.`);
  return card(message);
}
