import type { LocalAccount } from "viem";
import { createGatewayClient } from "#client/gateway/createGatewayClient.ts";
import { createSession } from "#client/gateway/createSession.ts";
import type { Stack } from "./stack.ts";

/** A stack's gateway as anybody can ask it, who minds nothing. */
export function gatewayRequests({ gatewayUrl, deployment: { chainId } }: Stack) {
  return {
    /** Of a new session. */
    token(signer: LocalAccount): Promise<string> {
      const { ask } = createGatewayClient({ gatewayUrl, signer, chainId });
      return createSession({ gatewayUrl, signer, chainId, ask }).token();
    },
    request(path: string, init: RequestInit = {}, as?: string): Promise<Response> {
      const headers = new Headers(init.headers);
      if (as !== undefined && !headers.has("Authorization")) headers.set("Authorization", `Bearer ${as}`);
      return fetch(gatewayUrl + path, { ...init, headers });
    },
  };
}
