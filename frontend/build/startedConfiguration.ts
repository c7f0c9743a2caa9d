import type { ProxyOptions } from "vite";

/** While one works on the app, `npm start` runs beside it: its world is the one to talk to. */
export const startedConfiguration: Record<string, ProxyOptions> = {
  "/configuration.json": { target: `http://localhost:${process.env.OWNCHART_APP_PORT ?? 5173}` },
};
