/**
 * Breaks contracts and sealing on purpose, one small change at a time, and expects the tests to notice. The first word says
 * which of the two, and with more words only mutants whose rule contains them are made.
 */
import { sealingSurvivors } from "../test/mutants/sealingSurvivors.ts";
import { contractMutants, openContractTests } from "./mutants/contractMutants.ts";
import { type Mutant, type OpenTests, runMutants } from "./mutants/runMutants.ts";
import { openSealingTests, sealingMutants } from "./mutants/sealingMutants.ts";

type Kind = {
  mutants: Mutant[];
  openTests: (folder: string) => OpenTests;
  /** Why no test need notice a mutant, by its file and rule. */
  excuses: Map<string, string>;
};

const nameOf = ({ file, rule }: Mutant) => `${file}: ${rule}`;
const kinds: Record<string, () => Kind> = {
  contracts: () => ({ mutants: contractMutants, openTests: openContractTests, excuses: new Map() }),
  sealing: () => ({ mutants: sealingMutants(), openTests: openSealingTests, excuses: new Map(sealingSurvivors) }),
};

const [first = "", ...others] = process.argv.slice(2);
const isKind = Object.hasOwn(kinds, first);
const words = (isKind ? others : [first, ...others]).join(" ");

for (const name of isKind ? [first] : Object.keys(kinds)) await breakAll(name, kinds[name]!());

async function breakAll(name: string, { mutants, openTests, excuses }: Kind): Promise<void> {
  const wanted = mutants.filter((mutant) => nameOf(mutant).includes(words));
  const started = performance.now();
  const survivors = new Set((await runMutants(wanted, openTests)).map(nameOf));

  const names = new Set(mutants.map(nameOf));
  const faults = [
    ...[...survivors].filter((mutant) => !excuses.has(mutant)).map((mutant) => `Survived: ${mutant}`),
    ...[...excuses.keys()].filter((mutant) => !names.has(mutant)).map((mutant) => `There is no such mutant: ${mutant}`),
    ...wanted
      .map(nameOf)
      .filter((mutant) => excuses.has(mutant) && !survivors.has(mutant))
      .map((mutant) => `Noticed although listed as one that cannot be: ${mutant}`),
  ];
  for (const fault of faults) console.log(fault);
  const minutes = ((performance.now() - started) / 60_000).toFixed(1);
  console.log(`${name}: ${wanted.length - survivors.size} of ${wanted.length} mutants killed, in ${minutes} minutes`);
  if (faults.length > 0) process.exitCode = 1;
}
