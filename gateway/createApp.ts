import { Hono } from "hono";
import { cors } from "hono/cors";
import { secureHeaders } from "hono/secure-headers";
import type { Gateway, GatewayEnvironment } from "./Gateway.ts";
import { GatewayError } from "./GatewayError.ts";
import { answerProblem, problemOf } from "./problem.ts";
import { blobRoutes } from "./routes/blobRoutes.ts";
import { capsuleRoutes } from "./routes/capsuleRoutes.ts";
import { grantRoutes } from "./routes/grantRoutes.ts";
import { chartRoutes } from "./routes/chartRoutes.ts";
import { relayRoutes } from "./routes/relayRoutes.ts";
import { logRoutes } from "./routes/logRoutes.ts";
import { sessionRoutes } from "./routes/sessionRoutes.ts";
import { worldRoutes } from "./routes/worldRoutes.ts";

/** Every route of the gateway; docs/gateway.md says what they promise. */
export function createApp(gateway: Gateway) {
  const { configuration, report } = gateway;
  const app = new Hono<GatewayEnvironment>();
  app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } }));
  app.use(cors({ origin: [...configuration.appOrigins], credentials: true, exposeHeaders: ["ETag", "Retry-After"] }));
  app.use(refuseStrangeOrigins(configuration.appOrigins, configuration.origin));

  app.route("/", worldRoutes(gateway));
  app.route("/session", sessionRoutes(gateway));
  app.route("/blobs", blobRoutes(gateway));
  app.route("/charts", capsuleRoutes(gateway));
  app.route("/grants", grantRoutes(gateway));
  app.route("/relay", relayRoutes(gateway));
  app.route("/", chartRoutes(gateway));
  app.route("/log", logRoutes(gateway));

  app.notFound((context) => answerProblem(context, problemOf(new GatewayError("NotFound"), report.bind(null, ""))));
  app.onError((error, context) =>
    answerProblem(
      context,
      problemOf(error, (it) => report("unexpected", it)),
    ),
  );
  return app;
}

/** A page of another site must not act with somebody's cookie, whatever browsers make of SameSite. */
function refuseStrangeOrigins(appOrigins: readonly string[], own: string) {
  return async (context: import("hono").Context, next: () => Promise<void>) => {
    const origin = context.req.header("Origin");
    const isRead = ["GET", "HEAD", "OPTIONS"].includes(context.req.method);
    if (origin !== undefined && !isRead && origin !== own && !appOrigins.includes(origin)) {
      throw new GatewayError("NotPermitted");
    }
    await next();
  };
}
