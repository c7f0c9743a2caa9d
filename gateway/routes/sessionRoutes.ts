import { eq } from "drizzle-orm";
import { Hono } from "hono";
import { deleteCookie, setCookie } from "hono/cookie";
import * as v from "valibot";
import type { Gateway, GatewayEnvironment } from "../Gateway.ts";
import { sessions } from "../database/schema.ts";
import { parseJson } from "../parsing/parseJson.ts";
import { hexSchema } from "../parsing/schemas.ts";
import { createNonce } from "../session/nonce.ts";
import { requireSession, sessionCookie, tokenIn } from "../session/requireSession.ts";
import { sharedSecret } from "../session/sharedSecret.ts";
import { signIn, tokenHashOf } from "../session/signIn.ts";

const signInSchema = v.object({
  message: v.pipe(v.string(), v.maxLength(4096)),
  signature: hexSchema(1, 4096),
  bearer: v.optional(v.boolean(), false),
});

export function sessionRoutes(gateway: Gateway) {
  const { database, now } = gateway;
  const nonceKey = onceItIsThere(() => sharedSecret(database, "session-nonce"));
  /** Plain HTTP is for this machine alone; browsers count it as secure. */
  const isSecure = gateway.configuration.origin.startsWith("https:");
  const cookieOptions = { httpOnly: true, secure: isSecure, sameSite: "Strict", path: "/" } as const;

  return new Hono<GatewayEnvironment>()
    .get("/nonce", async (context) => context.json({ nonce: createNonce(await nonceKey(), now()) }))
    .post("/", async (context) => {
      const { message, signature, bearer } = await parseJson(context, signInSchema, 16_384);
      const { address, token, expiresAt } = await signIn({ gateway, nonceKey: await nonceKey(), message, signature });
      if (bearer) return context.json({ address, expiresAt, token });
      setCookie(context, sessionCookie, token, { ...cookieOptions, maxAge: expiresAt - now() });
      return context.json({ address, expiresAt });
    })
    .get("/", requireSession(gateway), async (context) => {
      const [session] = await database
        .select()
        .from(sessions)
        .where(eq(sessions.tokenHash, tokenHashOf(tokenIn(context)!)));
      return context.json({ address: context.get("address"), expiresAt: session!.expiresAt });
    })
    .delete("/", async (context) => {
      const token = tokenIn(context);
      if (token !== undefined) await database.delete(sessions).where(eq(sessions.tokenHash, tokenHashOf(token)));
      deleteCookie(context, sessionCookie, cookieOptions);
      return context.body(null, 204);
    });
}

/** Asked for when it is first needed, and remembered once it has come: what fails is asked for again. */
function onceItIsThere<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined;
  return () =>
    (asked ??= ask().catch((error: unknown) => {
      asked = undefined;
      throw error;
    }));
}
