/**
 * Measures the topics named on the command line, or all, here or with --browser in Chromium: a line a figure, ours beside
 * a peer's. A topic is a module in scripts/bench that exports `measures`.
 */
import { glob } from "node:fs/promises";
import { parseArgs } from "node:util";
import { measureLine } from "./measure/measureLine.ts";
import { measuresInNode } from "./measure/measuresInNode.ts";

const { values, positionals: wanted } = parseArgs({
  options: { browser: { type: "boolean", default: false } },
  allowPositionals: true,
});
process.stdout.on("error", () => process.exit()); // whoever read along has seen enough

const folder = new URL("bench/", import.meta.url);
const modules = await Array.fromAsync(glob("*.ts", { cwd: folder, exclude: ["*.test.ts"] }));
const topics = modules.map((file) => file.slice(0, -".ts".length)).toSorted();

const unknown = wanted.filter((topic) => !topics.includes(topic));
if (unknown.length > 0) {
  console.error(`There is no topic called ${unknown.join(", ")}; topics are: ${topics.join(", ") || "none yet"}.`);
  process.exit(1);
}

/** Loaded only where it is used: all that drives a browser would be counted to the memory of Node. */
const measuresIn = values.browser
  ? (await import("./measure/measuresInChromium.ts")).measuresInChromium
  : measuresInNode;

for (const topic of wanted.length === 0 ? topics : wanted) {
  const measures = measuresIn(new URL(`${topic}.ts`, folder));
  for await (const measure of measures) console.log(measureLine(topic, measure));
}
