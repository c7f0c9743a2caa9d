import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { appRoutes } from "./build/appRoutes.ts";
import { drawnPictures } from "./build/drawnPictures.ts";
import { firstWords } from "./build/firstWords.ts";
import { policyInPage } from "./build/policyInPage.ts";
import { preloadFonts } from "./build/preloadFonts.ts";
import { sharedWorker } from "./build/sharedWorker.ts";
import { startedConfiguration } from "./build/startedConfiguration.ts";
import { wasmApart } from "./build/wasmApart.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The landing page and the one for wrong addresses, which are plain HTML, and the app. */
export default defineConfig({
  root: here("."),
  plugins: [
    react(),
    tailwindcss(),
    appRoutes,
    firstWords,
    drawnPictures,
    policyInPage,
    preloadFonts,
    sharedWorker(),
    wasmApart,
  ],
  build: {
    outDir: here("../dist"),
    emptyOutDir: true,
    target: "es2024",
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: Infinity, // scripts/budget says what is too much
    rolldownOptions: { input: { landing: here("index.html"), app: here("app/index.html"), absent: here("404.html") } },
  },
  worker: { format: "es" },
  server: { port: 5174, strictPort: true, proxy: startedConfiguration },
});
