/** Lighthouse on landing page and app: those that run at the address that is named, else the sources, built and served. */
import { auditPage } from "./lighthouse/auditPage.ts";
import { serveForAudit } from "./lighthouse/serveForAudit.ts";

const [running] = process.argv.slice(2);
const served = running === undefined ? await serveForAudit() : undefined;
for (const path of ["/", "/app/"]) {
  const { scores, faults } = await auditPage(new URL(path, running ?? served?.url).href);
  const figures = Object.entries(scores).map(([name, score]) => `${name} ${score}`);
  console.log(path.padEnd(8) + figures.join("  "));
  for (const fault of faults) console.log(`        ${fault}`);
}
await served?.end();
