import { type LocalAccount, bytesToHex } from "viem";
import { privateKeyToAccount } from "viem/accounts";
import { connect } from "#client/connect.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import type { Stack } from "./stack.ts";

/** Somebody at a keyboard: a wallet, a root, and a way to the services. */
export type Connected = Holder & { connection: ReturnType<typeof connect> };

/** Where somebody is connected to, and how, where that is not the usual way. */
export type Place = Pick<Stack, "chainUrl" | "gatewayUrl" | "ipfsUrl" | "deployment"> & { fetch?: typeof fetch };

export type ConnectedParameters = { stack: Place; account?: LocalAccount };

/** Whoever the account is of, or somebody whom nobody knows yet. */
export function connected({ stack, account = newAccount() }: ConnectedParameters): Connected {
  const { chainUrl: rpcUrl, ...place } = stack;
  const connection = connect({ rpcUrl, ...place, signer: account as typeof account & Signer });
  const roots = [{ firstEpoch: 0, root: randomBytes(32) }] as const;
  return { address: account.address, roots, services: connection.services, connection };
}

type Signer = Parameters<typeof connect>[0]["signer"];

function newAccount(): LocalAccount {
  return privateKeyToAccount(bytesToHex(randomBytes(32)));
}
