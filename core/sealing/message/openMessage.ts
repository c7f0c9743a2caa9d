import { SealingError } from "../SealingError.ts";
import { openAead } from "../aead.ts";
import { commitmentTo } from "../commitmentTo.ts";
import type { KeyPair } from "../keyPairOf.ts";
import { keyedHash } from "../keyedHash.ts";
import { parsePaddedJson } from "../parsePaddedJson.ts";
import { sameBytes } from "../sameBytes.ts";
import { unwrapKey } from "../unwrapKey.ts";
import { type MessagePlace, messageContext } from "./messageContext.ts";
import { parseMessage } from "./parseMessage.ts";

export type OpenMessageParameters = {
  message: Uint8Array;
  place: MessagePlace;
  /** All identities the reader ever had, newest first: see `identityPairs`. */
  pairs: readonly KeyPair[];
};

/** What somebody wrote. That it was `from` is the gateway's word, until a signature inside says so. */
export function openMessage({ message, place, pairs }: OpenMessageParameters): object {
  const { suite, commitment, wrapped, head, nonce, box } = parseMessage(message);
  const context = messageContext(place);
  const key = pairs
    .filter((pair) => pair.suite === suite)
    .map((pair) => keyUnder(pair))
    .find((it) => it !== undefined);
  if (key === undefined) throw new SealingError("WrongChartOrKey", "no key unwraps it");

  const plaintext = openAead({ key: keyedHash(key, "ownchart/message", context), nonce, box, associated: head });
  const content = plaintext && parsePaddedJson(plaintext);
  if (content === undefined) throw new SealingError("MessageDamaged");
  return content;

  function keyUnder(pair: KeyPair): Uint8Array | undefined {
    try {
      const unwrapped = unwrapKey({ pair, wrapped, context });
      return sameBytes(commitmentTo(unwrapped, context), commitment) ? unwrapped : undefined;
    } catch {
      return undefined;
    }
  }
}
