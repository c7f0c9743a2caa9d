import { type Address, type Hex, type PublicClient, zeroAddress } from "viem";
import { contractAbis } from "#core/chain/contractAbis.ts";
import type { Deployment } from "#core/chain/parseDeployment.ts";
import { GatewayError } from "../GatewayError.ts";
import type { ConsentReader } from "./ConsentReader.ts";

export type CreateConsentReaderParameters = { chain: PublicClient; deployment: Deployment; now(): number };

const [READ, CONTRIBUTE] = [1, 2];

/**
 * Asks the chain which block is the newest with every request, once for those that wait at the same time, and remembers
 * grants for as long as it stays the newest. Time goes on between blocks too: what has ended by the clock has ended.
 */
export function createConsentReader({ chain, deployment, now }: CreateConsentReaderParameters): ConsentReader {
  const { ConsentRegistry, RecordRegistry } = deployment.contracts;
  let known: { block: Hex; grants: Map<string, Promise<GrantInForce>> } | undefined;
  let asked: Promise<{ hash: Hex; number: bigint; timestamp: bigint }> | undefined;

  async function newestBlock() {
    asked ??= chain.getBlock().finally(() => (asked = undefined));
    return asked;
  }

  async function grantAt(block: { hash: Hex; number: bigint }, subject: Address, grantee: Address) {
    if (known?.block !== block.hash) known = { block: block.hash, grants: new Map() };
    const { grants } = known;
    const key = `${subject}/${grantee}`;
    const waiting = grants.get(key) ?? readGrant(block.number, subject, grantee);
    if (grants.size < mostRemembered) grants.set(key, waiting);
    waiting.catch(() => grants.delete(key));
    return waiting;
  }

  async function readGrant(blockNumber: bigint, subject: Address, grantee: Address): Promise<GrantInForce> {
    const registry = { address: ConsentRegistry, abi: contractAbis.ConsentRegistry, blockNumber } as const;
    const [grant, chart] = await Promise.all([
      chain.readContract({ ...registry, functionName: "grants", args: [subject, grantee] }),
      chain.readContract({ ...registry, functionName: "charts", args: [subject] }),
    ]);
    const [validFrom, validUntil, generation, , , permissions] = grant;
    return { validFrom, validUntil, permissions: generation === chart[0] ? permissions : 0 };
  }

  return {
    async accessOf({ subject, grantee }) {
      return orUnreachable(async () => {
        const block = await newestBlock();
        const { validFrom, validUntil, permissions } = await grantAt(block, subject, grantee);
        const time = Math.max(now(), Number(block.timestamp));
        const stands = permissions !== 0 && time < validUntil;
        const held = stands && validFrom <= time ? permissions : 0;
        return { read: (held & READ) !== 0, contribute: (held & CONTRIBUTE) !== 0, stands };
      });
    },

    async authorsOf({ subject, digests }) {
      const registry = { address: RecordRegistry, abi: contractAbis.RecordRegistry, functionName: "records" } as const;
      const authorOf = async (digest: Hex) => {
        const [author] = await chain.readContract({ ...registry, args: [subject, digest] });
        return author === zeroAddress ? undefined : (author.toLowerCase() as Address);
      };
      return orUnreachable(() => Promise.all(digests.map(authorOf)));
    },
  };
}

type GrantInForce = { validFrom: number; validUntil: number; permissions: number };

const mostRemembered = 10_000;

async function orUnreachable<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (cause) {
    throw new GatewayError("ChainUnreachable", { cause });
  }
}
