import type { Hex } from "viem";
import type { Relay } from "./createRelay.ts";
import { answerIn } from "./refusalIn.ts";
import { readRaw, readUnsettled } from "./readUnsettled.ts";
import type { Head } from "./relayRound.ts";

const mostAtOnce = 16;

/** Sends what no node has been sent yet, or may have forgotten, by nonce; answers with how many that were. */
export async function sendAttempts(relay: Relay, head: Head): Promise<number> {
  const { gateway, sent, settings } = relay;
  const unsettled = await readUnsettled(relay, head);
  const waiting = new Set(unsettled.map(({ hash }) => hash));
  for (const hash of sent.keys()) if (!waiting.has(hash)) sent.delete(hash);
  const due = unsettled.filter(({ hash }) => {
    const known = sent.get(hash);
    return known === undefined || gateway.now() - known.at >= settings.forgottenSeconds;
  });
  if (due.length === 0) return 0;
  const raw = await readRaw(
    relay,
    due.map(({ hash }) => hash),
  );
  const atOnce = settings.minesAtOnce ? 1 : mostAtOnce;
  for (let i = 0; i < due.length; i += atOnce) {
    const together = due.slice(i, i + atOnce);
    await Promise.all(together.map(({ hash }) => send(relay, raw.get(hash)!)));
    for (const { hash } of together) sent.set(hash, { at: gateway.now(), block: sent.get(hash)?.block ?? head.block });
    relay.afterStep("sent one");
  }
  return due.length;
}

/**
 * A node that refuses knows it already, has seen its nonce, or wants more for it: the next rounds see to all of these.
 * Only where no node answers the round ends.
 */
async function send({ gateway: { chain, report } }: Relay, serializedTransaction: Hex): Promise<void> {
  try {
    await chain.sendRawTransaction({ serializedTransaction });
  } catch (error) {
    const answer = answerIn(error);
    if (answer === undefined) throw error;
    if (/funds/i.test(answer.details)) report("the relay's account has too little to send");
  }
}
