/** npm run ownchart -- COMMAND [options]: a chart from the command line. --help says more. */
import "#gateway/quickImports.ts";
import { enableCompileCache } from "node:module";
import { fileURLToPath } from "node:url";

// What is started often is compiled once. Kept here and not, as Node would, where everybody may put what we then run.
enableCompileCache(fileURLToPath(new URL("../cache/compiled", import.meta.url)));
const { CommandError } = await import("./ownchart/CommandError.ts");
const { nodeCircumstances } = await import("./ownchart/nodeCircumstances.ts");
const { runCommandLine } = await import("./ownchart/runCommandLine.ts");

const controller = new AbortController();

/** The first Ctrl-C lets what cannot be taken back come to its end; the second ends at once. */
function interrupt() {
  if (controller.signal.aborted) process.exit(130);
  controller.abort(new CommandError("Interrupted"));
}

process.on("SIGINT", interrupt);
process.on("SIGTERM", interrupt);
process.stdout.on("error", () => process.exit()); // whoever read along has seen enough

const exitCode = await runCommandLine(process.argv.slice(2), nodeCircumstances(controller.signal, interrupt));
process.stdout.write("", () => process.exit(exitCode)); // a connection that is kept open keeps nobody waiting
