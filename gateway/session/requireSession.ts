import { and, eq, gt } from "drizzle-orm";
import { getCookie } from "hono/cookie";
import { createMiddleware } from "hono/factory";
import type { Context } from "hono";
import type { Gateway, GatewayEnvironment } from "../Gateway.ts";
import { GatewayError } from "../GatewayError.ts";
import { sessions } from "../database/schema.ts";
import { tokenHashOf } from "./signIn.ts";

export const sessionCookie = "ownchart-session";

/** Lets nobody through who has not signed in, and tells the route who has. */
export function requireSession({ database, now }: Gateway) {
  return createMiddleware<GatewayEnvironment>(async (context, next) => {
    const token = tokenIn(context);
    if (token === undefined) throw new GatewayError("SignInNeeded");
    const isTheirs = and(eq(sessions.tokenHash, tokenHashOf(token)), gt(sessions.expiresAt, now()));
    const [session] = await database.select().from(sessions).where(isTheirs);
    if (session === undefined) throw new GatewayError("SignInNeeded");
    context.set("address", session.address);
    await next();
  });
}

export function tokenIn(context: Context): string | undefined {
  return (
    /^Bearer ([0-9a-f]{64})$/.exec(context.req.header("Authorization") ?? "")?.[1] ?? getCookie(context, sessionCookie)
  );
}
