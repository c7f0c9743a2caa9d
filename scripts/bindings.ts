/**
 * Writes the ABIs of the compiled contracts into core/chain/abi, as constants from which TypeScript infers every
 * argument and result. With --check it writes nothing and fails when a file is not what it would write.
 */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { artifacts } from "hardhat";
import { buildContracts } from "./build/buildContracts.ts";

const contractNames = [
  "AccessManager",
  "AuditLog",
  "ConsentRegistry",
  "KeyDirectory",
  "LicenceRegistry",
  "RecordRegistry",
  "StaffRegistry",
];
const folder = new URL("../core/chain/abi/", import.meta.url);
const checks = process.argv.includes("--check");

await buildContracts();
await mkdir(folder, { recursive: true });
for (const name of contractNames) {
  const { abi } = await artifacts.readArtifact(name);
  const abiName = `${name[0]!.toLowerCase()}${name.slice(1)}Abi`;
  const file = new URL(`${abiName}.ts`, folder);
  const entries = abi.map((entry: unknown) => `  ${JSON.stringify(entry)},\n`).join("");
  const text = `// Generated from the compiled contract by \`npm run bindings\`.\nexport const ${abiName} = [\n${entries}] as const;\n`;
  const isStale = text !== (await readFile(file, "utf8").catch(() => ""));

  if (!isStale) console.log(`up to date: ${abiName}`);
  else if (!checks) {
    await writeFile(file, text);
    console.log(`written: ${abiName}`);
  } else {
    console.error(`STALE: ${abiName}; run npm run bindings`);
    process.exitCode = 1;
  }
}
