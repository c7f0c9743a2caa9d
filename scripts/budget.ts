/** Builds the app and prints what its pages weigh, compressed. Fails where one is over its budget. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isOver, weightLine } from "./budget/Weight.ts";
import { weighApp } from "./budget/weighApp.ts";
import { buildApp } from "./build/buildApp.ts";

const folder = await mkdtemp(join(tmpdir(), "ownchart-budget-"));
const build = await buildApp(folder).finally(() => rm(folder, { recursive: true }));
const weights = weighApp(build);
for (const weight of weights) console.log(weightLine(weight));
if (weights.some(isOver)) process.exitCode = 1;
