import { isAddressEqual } from "viem";
import { createSiweMessage } from "viem/siwe";
import * as v from "valibot";
import { ClientError } from "../ClientError.ts";
import type { Signer } from "../Connection.ts";
import type { GatewayClient } from "./createGatewayClient.ts";
import { readJson } from "./readJson.ts";
import { addressSchema } from "./schemas.ts";

export type CreateSessionParameters = {
  gatewayUrl: string;
  signer: Signer;
  chainId: number;
  ask: GatewayClient["ask"];
};

/** A signer's session at a gateway, begun when it is first needed. The token stays in memory. */
export function createSession(parameters: CreateSessionParameters) {
  let waiting: Promise<string> | undefined;
  let current: string | undefined;

  /** All who ask at the same time wait for one signature. */
  function token(): Promise<string> {
    if (current !== undefined) return Promise.resolve(current);
    waiting ??= signIn(parameters)
      .then((begun) => (current = begun))
      .finally(() => (waiting = undefined));
    return waiting;
  }

  function forget(ended: string): void {
    if (current === ended) current = undefined;
  }
  return { token, forget };
}

/** Letters and digits only, so that a gateway writes nothing else into what is signed. */
const nonceSchema = v.object({ nonce: v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{8,128}$/)) });
const sessionSchema = v.object({ address: addressSchema, token: v.pipe(v.string(), v.regex(/^[\w-]{16,256}$/)) });

/** It names the gateway's own host: so none can use at another what was signed for it. */
async function signIn({ gatewayUrl, signer, chainId, ask }: CreateSessionParameters): Promise<string> {
  const json = { accept: "application/json", isPublic: true } as const;
  const { nonce } = await ask({ path: "/session/nonce", ...json }, (answer) => readJson(answer, nonceSchema));
  const { host, origin } = new URL(gatewayUrl);
  const message = createSiweMessage({
    address: signer.address,
    chainId,
    domain: host,
    uri: origin,
    nonce,
    version: "1",
    issuedAt: new Date(),
  });
  const signature = await signer.signMessage({ message }).catch((cause: unknown) => {
    throw new ClientError("NotSigned", { cause });
  });
  const body = JSON.stringify({ message, signature, bearer: true });
  const asking = { method: "POST", path: "/session", body, isRepeatable: false, ...json } as const;
  const { address, token } = await ask(asking, (answer) => readJson(answer, sessionSchema));
  if (!isAddressEqual(address, signer.address)) throw new ClientError("GatewayAnswerBroken", { detail: "address" });
  return token;
}
