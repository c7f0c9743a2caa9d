import type { Address, Hex } from "viem";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { refusalIn, unknownRefusal } from "./refusalIn.ts";

export type Call = { to: Address; data: Hex };

/** Tries a call without sending it: throws the contract's refusal, or ChainUnreachable. */
export async function tryCall({ chain, account }: Gateway, { to, data, gas }: Call & { gas: number }): Promise<void> {
  const call = { account: account.address, to, data, gas: BigInt(gas) };
  await chain.call(call).catch(throwNamed);
}

/**
 * How much gas a call may use, a little more than it needs now. A wallet that is a contract can burn what it is given: it
 * gets no more than `most`, here and when it is sent.
 */
export async function gasOf(gateway: Gateway, call: Call & { most: number }): Promise<number> {
  const { to, data, most } = call;
  const asked = { account: gateway.account.address, to, data, gas: BigInt(most) };
  const estimated = await gateway.chain.estimateGas(asked).catch(async (cause: unknown) => {
    await tryCall(gateway, { to, data, gas: most }); // which says why better than an estimate does
    return throwNamed(cause);
  });
  const needed = Number(estimated);
  if (needed > most) throw unknownRefusal();
  return Math.min(most, Math.ceil(needed * 1.2) + 10_000);
}

function throwNamed(cause: unknown): never {
  throw refusalIn(cause) ?? new GatewayError("ChainUnreachable", { cause });
}
