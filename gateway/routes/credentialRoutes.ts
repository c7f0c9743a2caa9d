import { and, eq } from "drizzle-orm";
import { type Context, Hono } from "hono";
import * as v from "valibot";
import { LicenceCredentialError } from "#core/chain/credential/LicenceCredentialError.ts";
import { parseLicenceCredential } from "#core/chain/credential/parseLicenceCredential.ts";
import { canonicalJson } from "#core/consent/canonicalJson.ts";
import type { Gateway, GatewayEnvironment } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { checkCredential } from "../credentials/checkCredential.ts";
import { credentials } from "../database/schema.ts";
import { parseJson } from "../parsing/parseJson.ts";
import { parsePart } from "../parsing/parsePart.ts";
import { addressSchema } from "../parsing/schemas.ts";
import { requireOwner } from "../session/requireOwner.ts";
import { requireSession } from "../session/requireSession.ts";

const mostCredentialBytes = 8192;
const kindSchema = v.pipe(v.picklist(["0", "1", "2", "3"]), v.transform(Number));

/** Licences with names, for everybody. Whoever reads one asks the register again: it may have been revoked since. */
export function credentialRoutes(gateway: Gateway) {
  const { database } = gateway;
  return new Hono<GatewayEnvironment>()
    .put("/:address", requireSession(gateway), requireOwner, async (context) => {
      const credential = await credentialIn(context);
      const address = context.get("address");
      if (credential.holder !== address) throw new GatewayError("CredentialInvalid");
      await checkCredential(gateway, credential);
      await database
        .insert(credentials)
        .values({ address, kind: credential.kind, credential })
        .onConflictDoUpdate({ target: [credentials.address, credentials.kind], set: { credential } });
      return context.body(null, 204);
    })
    .get("/:address", async (context) => {
      const address = parsePart(addressSchema, context.req.param("address"));
      const kind = parsePart(kindSchema, context.req.query("kind"));
      const isWanted = and(eq(credentials.address, address), eq(credentials.kind, kind));
      const [stored] = await database.select().from(credentials).where(isWanted);
      if (stored === undefined) throw new GatewayError("NotFound");
      return context.body(canonicalJson(stored.credential), 200, { "Content-Type": "application/json" });
    });
}

async function credentialIn(context: Context) {
  const body = await parseJson(context, v.unknown(), mostCredentialBytes);
  try {
    return parseLicenceCredential(body);
  } catch (cause) {
    if (cause instanceof LicenceCredentialError) throw new GatewayError("RequestInvalid", { cause });
    throw cause;
  }
}
