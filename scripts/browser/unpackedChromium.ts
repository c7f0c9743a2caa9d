import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** A program to start, and the environment that it needs where that is not simply ours. */
export type Chromium = { executablePath: string; env?: NodeJS.ProcessEnv };

const modules = new URL("../../node_modules/", import.meta.url);

/** The Chromium that npm brought, unpacked on first use and kept beside the packages. */
export async function unpackedChromium(): Promise<Chromium> {
  const manifest = await readFile(new URL("@sparticuz/chromium/package.json", modules), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  const cache = fileURLToPath(new URL(".cache/chromium/", modules));
  const folder = `${cache}${version}`;
  if (!existsSync(folder)) {
    await mkdir(cache, { recursive: true });
    await unpackInto(folder);
  }
  return {
    executablePath: `${folder}/chromium`,
    env: { ...process.env, LD_LIBRARY_PATH: `${folder}/al2023/lib` },
  };
}

/**
 * The package unpacks into the folder for temporary files, takes a file that is there for a whole one, and adds the
 * libraries that a bare system lacks only where it believes to be at Amazon's. Hence a process of its own, a fresh
 * folder, and a name for it once everything is there: neither an interrupted run nor one beside us leaves half a browser.
 */
async function unpackInto(folder: string): Promise<void> {
  const draft = await mkdtemp(`${folder}-`);
  const script = 'import("@sparticuz/chromium").then(({ default: chromium }) => chromium.executablePath())';
  try {
    await promisify(execFile)(process.execPath, ["-e", script], {
      cwd: fileURLToPath(modules),
      env: { ...process.env, TMPDIR: draft, AWS_LAMBDA_JS_RUNTIME: "nodejs24.x" },
    });
    await rename(draft, folder);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}
