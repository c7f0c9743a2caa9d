import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Build, readBuild } from "../../../scripts/app/readBuild.ts";
import { buildApp } from "../../../scripts/build/buildApp.ts";

/** The app as it is served, built from the sources as they stand. */
export async function builtApp(): Promise<Build> {
  const folder = await mkdtemp(join(tmpdir(), "ownchart-app-"));
  try {
    await buildApp(folder);
    return await readBuild(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
