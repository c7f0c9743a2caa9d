import type { Address, Hex } from "viem";
import type { Gateway } from "../Gateway.ts";

/** Stands in for the access log until it is merged: enters nothing. */
export async function enterReceipt(
  _gateway: Gateway,
  _receipt: { subject: Address; to: Address; capsules: readonly Hex[] },
): Promise<void> {}
