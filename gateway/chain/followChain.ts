import type { Gateway } from "../Gateway.ts";
import { createLease } from "../rounds/createLease.ts";
import { runRounds } from "../rounds/runRounds.ts";
import { type Follower, followRound } from "./followRound.ts";

export type FollowChainOptions = Partial<Pick<Follower, "mostBlocks" | "pollMilliseconds">>;

const localChainId = 31_337;

/** Reads the events of all charts, from the deployment's block on, until it is stopped. */
export function followChain(gateway: Gateway, options?: FollowChainOptions): { stop(): Promise<void> } {
  const follower = createFollower(gateway, options);
  const rounds = runRounds({
    round: () => followRound(follower),
    onTrouble: (error) => gateway.report("the chain cannot be followed", error),
  });
  return {
    async stop() {
      await rounds.stop();
      await follower.lease.giveUp().catch(() => undefined);
    },
  };
}

export function createFollower(gateway: Gateway, options: FollowChainOptions = {}): Follower {
  const pollMilliseconds = gateway.deployment.chainId === localChainId ? 200 : 1000;
  const mostBlocks = options.mostBlocks ?? 2000;
  return { gateway, lease: createLease(gateway, "index"), pollMilliseconds, ...options, mostBlocks, range: mostBlocks };
}
