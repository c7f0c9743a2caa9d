import type { Gateway } from "../Gateway.ts";
import { type RelayState, relayState } from "../relay/relayState.ts";

/** Each part, or the name of what is wrong with it. */
export type Health = {
  database: "ok" | "StorageUnreachable";
  chain: "ok" | "ChainUnreachable";
  ipfs: "ok" | "StorageUnreachable";
  relay: "ok" | "ChainUnreachable" | "RelayUnfunded" | "RelayStuck";
};

export const checkMilliseconds = 2000;

/** A message that waits longer has somebody waiting with it. */
const longestWaitSeconds = 600;

export async function checkHealth(gateway: Gateway): Promise<Health> {
  const [database, chain, ipfs, relay] = await Promise.all([
    answers(gateway.ping()),
    answers(gateway.chain.getBlockNumber({ cacheTime: 0 })),
    answers(askIpfs(gateway.configuration.ipfsApi)),
    within(relayState(gateway)),
  ]);
  return {
    database: database ? "ok" : "StorageUnreachable",
    chain: chain ? "ok" : "ChainUnreachable",
    ipfs: ipfs ? "ok" : "StorageUnreachable",
    relay: relayHealth(relay),
  };
}

function relayHealth(state: RelayState | undefined): Health["relay"] {
  if (state === undefined) return "ChainUnreachable";
  if (state.balance === 0n) return "RelayUnfunded";
  return state.oldestSeconds > longestWaitSeconds ? "RelayStuck" : "ok";
}

async function answers(asked: Promise<unknown>): Promise<boolean> {
  return (await within(asked.then(() => true))) ?? false;
}

/** Undefined for what fails or takes too long. */
function within<Answer>(asked: Promise<Answer>): Promise<Answer | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(resolve, checkMilliseconds, undefined);
  return Promise.race([asked.catch(() => undefined), late]).finally(() => clearTimeout(timer));
}

async function askIpfs(api: string): Promise<void> {
  const signal = AbortSignal.timeout(checkMilliseconds);
  const answer = await fetch(`${api}/api/v0/version`, { method: "POST", signal });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error("IPFS refuses");
}
