/**
 * How far properties look, in Node and in the browser alike: OWNCHART_FUZZ_RUNS says how many cases each draws, and
 * OWNCHART_FUZZ_SEED, as fast-check printed it or longer in 0x…, draws the same ones again. Runs before every test file.
 */
import fc from "fast-check";
import { inject } from "vitest";

declare module "vitest" {
  interface ProvidedContext {
    fuzzing: { runs: string; seed: string };
  }
}

const { runs, seed } = inject("fuzzing");

/** fast-check takes seeds of 32 bits; longer ones, which serve the contracts too, are cut. */
const seedBits = BigInt.asIntN(32, BigInt(seed));

fc.configureGlobal({ numRuns: fuzzRuns(100), ...(seed !== "" && { seed: Number(seedBits) }) });

/** For a property that usually draws more or fewer cases than a hundred. */
export function fuzzRuns(usual: number): number {
  return runs === "" ? usual : Number(runs);
}
