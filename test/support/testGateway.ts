import { createSiweMessage } from "viem/siwe";
import type { LocalAccount } from "viem";
import { generatePrivateKey } from "viem/accounts";
import { createApp } from "#gateway/createApp.ts";
import { parseConfiguration } from "#gateway/configuration.ts";
import { openGateway } from "#gateway/openGateway.ts";
import { emptyDatabaseImage } from "./emptyDatabase.ts";
import type { LocalChain } from "./localChain.ts";

export type TestGatewayOptions = { environment?: Record<string, string>; now?: () => number };

/** A gateway without a port, its database in memory, on a chain of its own: `request` goes straight to its routes. */
export async function testGateway(chain: LocalChain, { environment, now }: TestGatewayOptions = {}) {
  const configuration = parseConfiguration({
    OWNCHART_RPC_URL: chain.url,
    OWNCHART_RELAY_KEY: generatePrivateKey(),
    OWNCHART_GATEWAY_URL: "http://localhost:8700",
    DATABASE_URL: process.env.DATABASE_URL,
    ...environment,
  });
  const reports: { event: string; error: unknown }[] = [];
  const opened = await openGateway({
    configuration,
    deployment: chain.deployment,
    report: (event, error) => void reports.push({ event, error }),
    databaseInMemory: process.env.DATABASE_URL === undefined ? { image: await emptyDatabaseImage() } : undefined,
    ...(now && { now }),
  });
  const app = createApp(opened);
  await chain.client.setBalance({ address: opened.account.address, value: 10n ** 21n });

  async function request(path: string, { as, ...init }: RequestInit & { as?: string | undefined } = {}) {
    const headers = new Headers(init.headers);
    if (as !== undefined) headers.set("Authorization", `Bearer ${as}`);
    return app.request(path, { ...init, headers });
  }

  /** Signs somebody in, and answers with the token that `as` takes. */
  async function signIn(account: LocalAccount): Promise<string> {
    const { nonce } = (await (await request("/session/nonce")).json()) as { nonce: string };
    const message = createSiweMessage({
      address: account.address,
      chainId: chain.deployment.chainId,
      domain: "localhost:8700",
      nonce,
      uri: "http://localhost:8700",
      version: "1",
      issuedAt: new Date(opened.now() * 1000),
    });
    const signature = await account.signMessage({ message });
    const answer = await request("/session", {
      method: "POST",
      body: JSON.stringify({ message, signature, bearer: true }),
    });
    return ((await answer.json()) as { token: string }).token;
  }

  return { ...opened, app, reports, request, signIn };
}

export type TestGateway = Awaited<ReturnType<typeof testGateway>>;
