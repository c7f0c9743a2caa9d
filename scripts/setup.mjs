/**
 * Makes node_modules match the lockfile; does nothing, within milliseconds, when it does already.
 *
 * Plain JavaScript for whatever Node the machine has. Hardhat's native part asks for Node 22, and npm leaves it out
 * without a word when it runs on an older one; there npm itself is run on the Node that the project uses.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const lockfile = readFileSync("package-lock.json");
const { devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
const stampFile = "node_modules/.ownchart-setup";
const stamp = [createHash("sha256").update(lockfile).digest("hex"), process.platform, process.arch].join(" ");

if (readStamp() !== stamp) install();

/** npm empties node_modules before it installs, so the stamp stands only where the whole installation went well. */
function readStamp() {
  try {
    return readFileSync(stampFile, "utf8");
  } catch {
    return "";
  }
}

function install() {
  console.log("Installing what the lockfile names. The first time takes a minute or two.");
  const major = Number(process.versions.node.split(".")[0]);
  const [command, ...args] =
    major >= 22
      ? ["npm", "ci", "--include=dev"]
      : ["npx", "-y", "-p", `node@${devDependencies.node}`, "-c", "npm ci --include=dev"];
  const { status, error } = spawnSync(command, args, { stdio: "inherit" });
  if (status === 0) {
    writeFileSync(stampFile, stamp);
    return;
  }
  console.error(`Setup failed: ${error?.message ?? `npm ci ended with ${status}`}. Run it again once that is mended.`);
  process.exitCode = 1;
}
