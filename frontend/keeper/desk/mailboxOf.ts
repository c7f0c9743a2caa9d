import { bytesToHex } from "viem";
import { createDeskMailbox } from "#client/gateway/createDeskMailbox.ts";
import type { GatewayClient } from "#client/gateway/createGatewayClient.ts";
import type { DeskOffer } from "#core/sealing/desk/DeskOffer.ts";

export function mailboxOf(gateway: GatewayClient, { mailbox }: DeskOffer) {
  return createDeskMailbox(gateway, bytesToHex(mailbox));
}
