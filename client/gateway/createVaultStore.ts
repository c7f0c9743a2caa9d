import * as v from "valibot";
import type { Address } from "viem";
import { parseVault } from "#core/sealing/vault/parseVault.ts";
import type { Vault } from "#core/sealing/vault/Vault.ts";
import { ClientError } from "../ClientError.ts";
import type { VaultStore } from "../Connection.ts";
import { GatewayRefusal } from "./GatewayRefusal.ts";
import type { Answer } from "./attempt.ts";
import type { GatewayClient } from "./createGatewayClient.ts";
import { readJson } from "./readJson.ts";
import { countSchema } from "./schemas.ts";

/** The signer's vault at a gateway, which keeps versions and never overwrites one unseen. */
export function createVaultStore(gateway: GatewayClient, owner: Address): VaultStore {
  const path = `/vaults/${owner.toLowerCase()}`;
  const json = { path, accept: "application/json" } as const;

  async function get(): Promise<{ vault: Vault; version: number } | undefined> {
    try {
      return await gateway.ask(json, readVault);
    } catch (error) {
      if (error instanceof GatewayRefusal && error.name === "NotFound") return undefined;
      throw error;
    }
  }

  async function put({ vault, version }: Parameters<VaultStore["put"]>[0]): Promise<number> {
    const condition = version === undefined ? { "If-None-Match": "*" } : { "If-Match": `"${version}"` };
    const headers = { "Content-Type": "application/json", ...condition };
    const body = JSON.stringify(vault);
    try {
      const asking = { ...json, method: "PUT", headers, body } as const;
      return (await gateway.ask(asking, (answer) => readJson(answer, v.object({ version: countSchema })))).version;
    } catch (error) {
      if (!(error instanceof GatewayRefusal && error.name === "Changed")) throw error;
      // It may be our own, whose answer was lost.
      const there = await get();
      if (there !== undefined && JSON.stringify(there.vault) === JSON.stringify(parseVault(vault)))
        return there.version;
      throw error;
    }
  }

  return { get, put };
}

async function readVault(answer: Answer): Promise<{ vault: Vault; version: number }> {
  const version = /^"(\d{1,15})"$/.exec(answer.headers.get("ETag") ?? "")?.[1];
  if (version === undefined) throw new ClientError("GatewayAnswerBroken", { detail: "ETag" });
  const vault = parseVault(await readJson(answer, v.unknown(), mostBytes));
  return { vault, version: Number(version) };
}

/** Gateways take 64 KiB. */
const mostBytes = 65_536;
