/** Lighthouse on the landing page and the app: those that run at the address that is named, else built and served. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "#test/system/support/freePort.ts";
import { readBuild } from "./app/readBuild.ts";
import { serveApp } from "./app/serveApp.ts";
import { buildApp } from "./build/buildApp.ts";
import { auditPage } from "./lighthouse/auditPage.ts";

const [running] = process.argv.slice(2);
const served = running === undefined ? await buildAndServe() : undefined;
for (const path of ["/", "/app/"]) {
  const { scores, faults } = await auditPage(new URL(path, running ?? served?.url).href);
  console.log(
    path.padEnd(8) +
      Object.entries(scores)
        .map(([name, score]) => `${name} ${score}`)
        .join("  "),
  );
  for (const fault of faults) console.log(`        ${fault}`);
}
await served?.end();

async function buildAndServe() {
  const folder = await mkdtemp(join(tmpdir(), "ownchart-lighthouse-"));
  await buildApp(folder);
  const build = await readBuild(folder);
  await rm(folder, { recursive: true });
  return serveApp({ port: await freePort(), build, configuration: {}, connectOrigins: [] });
}
