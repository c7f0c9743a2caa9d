import { randomBytes } from "node:crypto";
import { type Address, type Hex, sha256 } from "viem";
import { parseSiweMessage, validateSiweMessage } from "viem/siwe";
import type { Gateway } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { sessions, usedNonces } from "../database/schema.ts";
import { isSignedBy } from "./isSignedBy.ts";
import { nonceExpiry } from "./nonce.ts";

export type SignInParameters = { gateway: Gateway; nonceKey: Uint8Array; message: string; signature: Hex };
export type NewSession = { address: Address; token: string; expiresAt: number };

const sessionSeconds = 12 * 3600;
const longestAgo = 600;

/** Turns a signed ERC-4361 message into a session. Each message counts once. */
export async function signIn({ gateway, nonceKey, message, signature }: SignInParameters): Promise<NewSession> {
  const { chain, database } = gateway;
  const now = gateway.now();
  const { address, nonce } = requireFresh(gateway, message, now);
  const nonceEnd = nonceExpiry(nonceKey, nonce, now);
  if (nonceEnd === undefined || !(await isSignedBy({ chain, address, message, signature }))) refuse();

  const used = await database
    .insert(usedNonces)
    .values({ nonce, expiresAt: nonceEnd })
    .onConflictDoNothing()
    .returning();
  if (used.length === 0) refuse();
  const token = randomBytes(32).toString("hex");
  const expiresAt = now + sessionSeconds;
  await database.insert(sessions).values({ tokenHash: tokenHashOf(token), address, expiresAt });
  return { address, token, expiresAt };
}

/** What is compared with what is stored, since what is stored must not open anything. */
export function tokenHashOf(token: string): Hex {
  return sha256(new TextEncoder().encode(token));
}

function requireFresh({ configuration, deployment }: Gateway, message: string, now: number) {
  const parsed = parseSiweMessage(message);
  const { address, nonce, chainId, domain, issuedAt } = parsed;
  const domains = [configuration.origin, ...configuration.appOrigins].map((origin) => new URL(origin).host);
  if (address === undefined || nonce === undefined || issuedAt === undefined) return refuse();
  if (chainId !== deployment.chainId || domain === undefined || !domains.includes(domain)) return refuse();
  if (!validateSiweMessage({ message: parsed, time: new Date(now * 1000) })) return refuse();
  const age = now - issuedAt.getTime() / 1000;
  if (!(age > -120 && age < longestAgo)) return refuse();
  return { address: address.toLowerCase() as Address, nonce };
}

function refuse(): never {
  throw new GatewayError("SignInRefused");
}
