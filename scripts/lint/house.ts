/** Reads every source file of the project and prints what stands against the house's rules. */
import { glob, readFile } from "node:fs/promises";
import { houseFaults } from "./houseFaults.ts";

const root = new URL("../../", import.meta.url);
const rooms = "{contracts,core,ipfs,gateway,client,aggregator,frontend,scripts,test}";
const faults: string[] = [];
let count = 0;

for await (const path of glob(`${rooms}/**/*.{ts,tsx,mjs,sol}`, { cwd: root })) {
  count++;
  faults.push(...houseFaults({ path, text: await readFile(new URL(path, root), "utf8") }));
}

for (const fault of faults) console.error(fault);
console.log(`${count} files read, ${faults.length} faults against the house.`);
if (faults.length > 0 || count === 0) process.exitCode = 1;
