/**
 * Writes the ABIs of the compiled contracts into core/chain/abi, as constants from which TypeScript infers every
 * argument and result. With --check it writes nothing and fails when a file is not what it would write.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { artifacts } from "hardhat";

const contractNames = [
  "AccessManager",
  "AuditLog",
  "ConsentRegistry",
  "KeyDirectory",
  "LicenceRegistry",
  "RecordRegistry",
];
const folder = new URL("../core/chain/abi/", import.meta.url);
const checks = process.argv.includes("--check");
const stale: string[] = [];

await mkdir(folder, { recursive: true });
for (const name of contractNames) {
  const { abi } = await artifacts.readArtifact(name);
  const camelName = name[0]!.toLowerCase() + name.slice(1);
  const file = new URL(`${camelName}Abi.ts`, folder);
  const entries = abi.map((entry: unknown) => `  ${JSON.stringify(entry)},\n`).join("");
  const text = `// Generated from the compiled contract by \`npm run bindings\`.\nexport const ${camelName}Abi = [\n${entries}] as const;\n`;
  if (text === (await readFile(file, "utf8").catch(() => ""))) continue;
  if (checks) stale.push(`core/chain/abi/${camelName}Abi.ts`);
  else await writeFile(file, text);
}

if (stale.length > 0) {
  console.error(`Out of date with the contracts: ${stale.join(", ")}. Run npm run bindings.`);
  process.exitCode = 1;
}
