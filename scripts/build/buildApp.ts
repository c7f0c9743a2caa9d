import { fileURLToPath } from "node:url";
import { type Rolldown, build } from "vite";

const configFile = fileURLToPath(new URL("../../frontend/vite.config.ts", import.meta.url));

export type BuiltApp = Rolldown.RolldownOutput["output"];

/** Builds landing page and app into a folder, which takes about a second, and tells what went into it. */
export async function buildApp(folder: string): Promise<BuiltApp> {
  const { NODE_ENV: before } = process.env;
  process.env.NODE_ENV = "production"; // bundlers believe it before all else, and a build must not depend on whose it is
  try {
    const made = await build({ configFile, mode: "production", logLevel: "warn", build: { outDir: folder } });
    return (made as Rolldown.RolldownOutput).output;
  } finally {
    if (before === undefined) delete process.env.NODE_ENV;
    else process.env.NODE_ENV = before;
  }
}
