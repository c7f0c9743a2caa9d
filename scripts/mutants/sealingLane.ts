/**
 * Vitest, started once in a copy of the project: told of a file that was changed there, it answers with the kind of test
 * that is red, or null. A process of its own, so that it can be ended where a test never ends.
 */
import { join } from "node:path";
import { type TestSpecification, createVitest } from "vitest/node";

const vitest = await createVitest("test", {
  watch: false,
  project: ["unit"],
  bail: 1,
  isolate: false,
  maxWorkers: 1,
  testTimeout: 15_000,
  reporters: [{}],
});
const all = await vitest.globTestSpecifications(["core/sealing/"]);

process.on("message", (file: string) => {
  void redTest(file).then((red) => process.send!(red));
});
process.on("disconnect", () => process.exit());
process.send!("ready");

/** The tests of the file itself first, then all that import it, however far. Where no file is named, all there are. */
async function redTest(file: string): Promise<string | null> {
  if (file === "") return (await isRed(all)) ? "something" : null;
  const path = join(process.cwd(), file);
  vitest.invalidateFile(path);
  vitest.config.related = [path];
  const related = await vitest.getRelevantTestSpecifications(["core/sealing/"]);
  const isOwn = ({ moduleId }: TestSpecification) => moduleId === path.replace(/\.ts$/, ".test.ts");
  try {
    if (await isRed(all.filter(isOwn))) return "its own test";
    return (await isRed(related.filter((specification) => !isOwn(specification)))) ? "another test" : null;
  } finally {
    vitest.invalidateFile(path);
  }
}

async function isRed(specifications: TestSpecification[]): Promise<boolean> {
  if (specifications.length === 0) return false;
  // Vitest tells of all runs there ever were, so one red test would make all that follow red.
  vitest.state.clearErrors();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  const wanted = new Set(specifications.map(({ moduleId }) => moduleId));
  return unhandledErrors.length > 0 || testModules.some((module) => wanted.has(module.moduleId) && !module.ok());
}
