import { type Context, Hono, type Next } from "hono";
import { cors } from "hono/cors";
import { createMiddleware } from "hono/factory";
import { secureHeaders } from "hono/secure-headers";
import type { Gateway, GatewayEnvironment } from "./Gateway.ts";
import { GatewayError } from "./GatewayError.ts";
import { endStreamsQuietly } from "./endStreamsQuietly.ts";
import { createSlots } from "./limits/createSlots.ts";
import { limitRequests } from "./limits/limitRequests.ts";
import { createMetrics } from "./metrics/createMetrics.ts";
import { gatewayGauges } from "./metrics/gatewayGauges.ts";
import { measureRequests } from "./metrics/measureRequests.ts";
import { answerProblem, problemOf } from "./problem.ts";
import { blobRoutes } from "./routes/blobRoutes.ts";
import { capsuleRoutes } from "./routes/capsuleRoutes.ts";
import { grantRoutes } from "./routes/grantRoutes.ts";
import { chartRoutes } from "./routes/chartRoutes.ts";
import { relayRoutes } from "./routes/relayRoutes.ts";
import { logRoutes } from "./routes/logRoutes.ts";
import { credentialRoutes } from "./routes/credentialRoutes.ts";
import { deskRoutes } from "./routes/deskRoutes.ts";
import { healthRoutes } from "./routes/healthRoutes.ts";
import { inboxRoutes } from "./routes/inboxRoutes.ts";
import { metricsRoutes } from "./routes/metricsRoutes.ts";
import { sessionRoutes } from "./routes/sessionRoutes.ts";
import { vaultRoutes } from "./routes/vaultRoutes.ts";
import { worldRoutes } from "./routes/worldRoutes.ts";

/** Every route of the gateway; docs/gateway.md says what they promise. */
export function createApp(gateway: Gateway) {
  const { configuration, report } = gateway;
  const app = new Hono<GatewayEnvironment>();
  const metrics = createMetrics();
  const streams = createSlots({ ofOne: 64, ofAll: 1000 });
  const refresh = gatewayGauges(gateway, metrics, streams);

  app.use(measureRequests(metrics));
  app.use(secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } }));
  app.use(cors({ origin: [...configuration.appOrigins], credentials: true, exposeHeaders: ["ETag", "Retry-After"] }));
  app.use(refuseStrangeOrigins(configuration.appOrigins, configuration.origin));
  app.use(limitRequests(configuration));
  app.use(refuseHead, neverCached, endStreamsQuietly(report));

  app.route("/", worldRoutes(gateway));
  app.route("/health", healthRoutes(gateway));
  app.route("/metrics", metricsRoutes({ configuration, metrics, refresh }));
  app.route("/session", sessionRoutes(gateway));
  app.route("/blobs", blobRoutes(gateway));
  app.route("/charts", capsuleRoutes(gateway));
  app.route("/grants", grantRoutes(gateway));
  app.route("/relay", relayRoutes(gateway));
  app.route("/", chartRoutes(gateway));
  app.route("/log", logRoutes(gateway));
  app.route("/vaults", vaultRoutes(gateway));
  app.route("/credentials", credentialRoutes(gateway));
  app.route("/inbox", inboxRoutes(gateway));
  app.route("/desk", deskRoutes(gateway, streams));

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
  return async (context: Context, next: Next) => {
    const origin = context.req.header("Origin");
    const isRead = ["GET", "HEAD", "OPTIONS"].includes(context.req.method);
    if (origin !== undefined && !isRead && origin !== own && !appOrigins.includes(origin)) {
      throw new GatewayError("NotPermitted");
    }
    await next();
  };
}

/** A HEAD would do all that its GET does, enter it in the access log too, and deliver nothing. */
const refuseHead = createMiddleware(async ({ req }, next) => {
  if (req.method === "HEAD") throw new GatewayError("RequestInvalid");
  await next();
});

/** Who may read what changes with every block, and what was erased must be nowhere. */
const neverCached = createMiddleware(async (context, next) => {
  await next();
  context.header("Cache-Control", "no-store");
});
