import type { MessageValues } from "#core/chain/messageValues.ts";
import type { MessageName } from "#core/chain/typedMessages.ts";
import type { Card } from "./Card.ts";

/** One kind of signed message, in words: title, sentences and what each field means. */
export type Transaction<Name extends MessageName> = (values: MessageValues<Name>) => Card;
