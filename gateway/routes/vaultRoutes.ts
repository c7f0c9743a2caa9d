import { desc, eq } from "drizzle-orm";
import { type Context, Hono } from "hono";
import type { Address } from "viem";
import { parseVault } from "#core/sealing/vault/parseVault.ts";
import type { Gateway, GatewayEnvironment } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { vaults } from "../database/schema.ts";
import { readBody } from "../parsing/readBody.ts";
import { requireOwner } from "../session/requireOwner.ts";
import { requireSession } from "../session/requireSession.ts";
import { storeVault } from "../vaults/storeVault.ts";

const mostVaultBytes = 65_536;

/** Everybody's own vault, which opens for nobody here. */
export function vaultRoutes(gateway: Gateway) {
  return new Hono<GatewayEnvironment>()
    .put("/:address", requireSession(gateway), requireOwner, async (context) => {
      const address = context.get("address");
      const after = versionBefore(context);
      const vault = await readBody(context, mostVaultBytes);
      requireVaultOf(address, vault);
      return context.json({ version: await storeVault(gateway, { address, vault, after }) });
    })
    .get("/:address", requireSession(gateway), requireOwner, async (context) => {
      const isTheirs = eq(vaults.address, context.get("address"));
      const newestFirst = gateway.database.select().from(vaults).where(isTheirs).orderBy(desc(vaults.version));
      const [newest] = await newestFirst.limit(1);
      if (newest === undefined) throw new GatewayError("NotFound");
      const headers = { "Content-Type": "application/json", ETag: `"${newest.version}"` };
      return context.body(new Uint8Array(newest.vault), 200, headers);
    });
}

/** Which version the owner has seen, 0 for none. Without saying so nothing is overwritten. */
function versionBefore(context: Context): number {
  const [match, noneMatch] = [context.req.header("If-Match"), context.req.header("If-None-Match")];
  if (match === undefined && noneMatch === "*") return 0;
  const version = /^"([1-9]\d{0,8})"$/.exec(match ?? "")?.[1];
  if (version === undefined || noneMatch !== undefined) throw new GatewayError("RequestInvalid");
  return Number(version);
}

/** Its form alone: a mistake of a client must not take the place of a vault. */
function requireVaultOf(owner: Address, bytes: Uint8Array): void {
  try {
    const { address } = parseVault(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
    if (address.toLowerCase() === owner) return;
  } catch {
    // answered as any other vault that is none
  }
  throw new GatewayError("RequestInvalid");
}
