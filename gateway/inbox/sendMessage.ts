import type { Address } from "viem";
import { contractAbis } from "#core/chain/contractAbis.ts";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { takeQuota } from "../limits/takeQuota.ts";
import { type Room, storeMessage } from "./storeMessage.ts";

export type SendMessageParameters = { owner: Address; sender: Address; body: Uint8Array };

const mebibyte = 2 ** 20;
const ofOne = { messages: 100, bytes: 2 * mebibyte };

/**
 * Addresses cost nothing, so strangers together could fill any inbox. They get half of it; the other half is for those
 * whom a board has licensed, of whom nobody can make many.
 */
export const roomForStrangers: Room = { ofOne, ofAll: { messages: 1000, bytes: 16 * mebibyte } };
export const roomForLicensed: Room = { ofOne, ofAll: { messages: 2000, bytes: 32 * mebibyte } };

/** Leaves a sealed message for somebody. The chain is asked about the sender only where the inbox is half full. */
export async function sendMessage(gateway: Gateway, message: SendMessageParameters): Promise<number> {
  const most = gateway.configuration.limits.inboxMessagesPerDay;
  await takeQuota(gateway, { who: message.sender, what: "inbox", amount: 1, most });
  let position = await storeMessage(gateway, { ...message, room: roomForStrangers });
  if (position === undefined && (await isLicensed(gateway, message.sender))) {
    position = await storeMessage(gateway, { ...message, room: roomForLicensed });
  }
  if (position === undefined) throw new GatewayError("QuotaReached");
  return position;
}

const everyKind = 0b1111;

async function isLicensed({ chain, deployment }: Gateway, sender: Address): Promise<boolean> {
  const register = { address: deployment.contracts.LicenceRegistry, abi: contractAbis.LicenceRegistry } as const;
  try {
    return await chain.readContract({ ...register, functionName: "isLicensedAsAny", args: [sender, everyKind] });
  } catch (cause) {
    throw new GatewayError("ChainUnreachable", { cause });
  }
}
