import { createTestClient, http, publicActions } from "viem";
import type { LocalChain } from "#test/support/localChain.ts";
import type { Stack } from "./stack.ts";

/** A stack's chain as tests use it. It ends with the stack. */
export function stackChain({ chainUrl: url, deployment }: Stack): LocalChain {
  const client = createTestClient({ mode: "hardhat", transport: http(url), pollingInterval: 50 }).extend(publicActions);
  return { url, deployment, client, close: async () => {} };
}
