import { fileURLToPath } from "node:url";
import { type Rolldown, build } from "vite";

const configFile = fileURLToPath(new URL("../../frontend/vite.config.ts", import.meta.url));

export type BuiltApp = Rolldown.RolldownOutput["output"];

/** Builds landing page and app into a folder, which takes about a second, and tells what went into it. */
export async function buildApp(folder: string): Promise<BuiltApp> {
  const { output } = (await build({
    configFile,
    mode: "production",
    logLevel: "warn",
    build: { outDir: folder },
  })) as Rolldown.RolldownOutput;
  return output;
}
