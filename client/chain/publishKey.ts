import { type Address, bytesToHex } from "viem";
import type { PublishedKey } from "#core/chart/ChartServices.ts";
import { deadlineOf } from "./deadlineOf.ts";
import { readKeyState } from "./readPublishedKey.ts";
import { type Sending, sendChange } from "./sendChange.ts";

export async function publishKey(sending: Sending, { owner, suite, publicKey }: PublishedKey & { owner: Address }) {
  const { chain } = sending;
  const head = await chain.head();
  const { nonce } = await readKeyState(chain, owner, head.number);
  const key = bytesToHex(publicKey);
  await sendChange(sending, {
    name: "PublishKey",
    values: { owner, suite, key, nonce, deadline: deadlineOf(chain, head) },
    about: owner,
    outcomeIn: (events) =>
      events.some((event) => event.eventName === "KeyPublished" && event.args.key === key) || undefined,
  });
}
