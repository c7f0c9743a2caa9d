import type { Plugin } from "vite";

/** Every address below /app/ is the app's, which finds its screen by itself. */
export const appRoutes: Plugin = {
  name: "app-routes",
  configureServer(server) {
    server.middlewares.use((request, _response, next) => {
      const isScreen = request.headers.accept?.includes("text/html") && request.url?.startsWith("/app/");
      if (isScreen) request.url = "/app/index.html";
      next();
    });
  },
};
