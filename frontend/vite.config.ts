import { fileURLToPath } from "node:url";
import tailwindcss from "@tailwindcss/vite";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { appRoutes } from "./build/appRoutes.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Two pages: the landing page, which is plain HTML, and the app. */
export default defineConfig({
  root: here("."),
  plugins: [react(), tailwindcss(), appRoutes],
  build: {
    outDir: here("../dist"),
    emptyOutDir: true,
    target: "es2024",
    rolldownOptions: { input: { landing: here("index.html"), app: here("app/index.html") } },
  },
  worker: { format: "es" },
  server: { port: 5173, strictPort: true },
});
