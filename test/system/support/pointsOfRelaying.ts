import { getAbiItem, toFunctionSelector } from "viem";
import { auditLogAbi } from "#core/chain/abi/auditLogAbi.ts";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { type MessageName, typedMessages } from "#core/chain/typedMessages.ts";
import type { Stack } from "./stack.ts";
import type { Wire } from "./tripwire.ts";

/** Where on its way something is when a process is killed. */
export type Point = { wire: keyof Stack["wires"]; when: Omit<Wire, "pull"> };

/** On a message's way from its signer to the chain and back, each told as the end of a sentence. */
export function pointsOfRelaying(name: MessageName) {
  const selector = selectorOf(name);
  const sending = sendingOf(selector);
  return {
    arriving: ["before the message arrives", toGateway(/POST \/relay/, "request")],
    tried: [
      "when the message was tried and not written down",
      toChain(new RegExp(`eth_estimateGas[^]*"data":"${selector}`), "answer"),
    ],
    unanswered: ["when the message is written down and that is not said", toGateway(/POST \/relay/, "answer")],
    queued: ["when the message is written down and has no nonce", toChain(/eth_getTransactionCount/, "request")],
    signed: ["when its transaction is signed and not sent", toChain(sending, "request")],
    sent: ["when its transaction is sent and the chain has not said so", toChain(sending, "answer")],
    included: ["when its transaction is in a block and nobody has looked", toChain(/TransactionReceipt/, "answer")],
    done: ["when it is done and the client was not told", toGateway(/GET \/relay\//, "answer", /"included"/)],
  } satisfies Record<string, [string, Point]>;
}

function toChain(request: RegExp, at: Wire["at"]): Point {
  return { wire: "gatewayToChain", when: { request, at } };
}

function toGateway(request: RegExp, at: Wire["at"], answer?: RegExp): Point {
  return { wire: "toGateway", when: { request, at, ...(answer && { answer }) } };
}

/** A gateway's anchor, on its way to the chain. */
export const anchoring = sendingOf(
  toFunctionSelector(getAbiItem({ abi: auditLogAbi, name: "anchor" })), //
);

export function sendingOf(selector: string): RegExp {
  return new RegExp(`eth_sendRawTransaction[^]*${selector.slice(2)}`);
}

export function selectorOf(name: MessageName): string {
  const { contract, functionName } = typedMessages[name];
  const item = contractAbis[contract].find((it) => it.type === "function" && it.name === functionName);
  return toFunctionSelector(item as Parameters<typeof toFunctionSelector>[0]);
}
