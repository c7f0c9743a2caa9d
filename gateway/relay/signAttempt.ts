import { type Address, type Hex, keccak256 } from "viem";
import type { attempts } from "../database/schema.ts";
import type { Relay } from "./createRelay.ts";
import type { Fees } from "./readFees.ts";

export type Attempt = typeof attempts.$inferSelect & { nonce: number };

export type SignAttemptParameters = {
  relay: Relay;
  call: { position: number; to: Address; data: Hex; gas: number };
  nonce: number;
  fees: Fees;
};

/** A transaction that anybody could send, and that only this account could sign. */
export async function signAttempt({ relay, call, nonce, fees }: SignAttemptParameters): Promise<Attempt> {
  const { account, deployment, now } = relay.gateway;
  const { position, to, data, gas } = call;
  const raw = await account.signTransaction({
    type: "eip1559",
    chainId: deployment.chainId,
    to,
    data,
    gas: BigInt(gas),
    nonce,
    ...fees,
  });
  return {
    hash: keccak256(raw),
    transaction: position,
    raw,
    maxFeePerGas: String(fees.maxFeePerGas),
    maxPriorityFeePerGas: String(fees.maxPriorityFeePerGas),
    sentAt: now(),
    nonce,
  };
}
