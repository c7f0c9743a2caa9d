import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { openPglite } from "#gateway/database/openPglite.ts";
import { usedNonces } from "#gateway/database/schema.ts";
import { runProgram } from "./support/runProgram.ts";

const kills = process.env.OWNCHART_KILLS === "all" ? 20 : 5;

/** Drawn anew in every run, and printed, so that it can be drawn again. */
const seed = Number(process.env.OWNCHART_FUZZ_SEED ?? Date.now()) | 0;
const [moments] = fc.sample(fc.array(fc.integer({ min: 0, max: 150 }), { minLength: kills, maxLength: kills }), {
  seed,
  numRuns: 1,
});

test(`a database that is killed ${kills} times in a row while it is written to has what it acknowledged, and no half (seed ${seed})`, async () => {
  const folder = await mkdtemp(join(tmpdir(), "ownchart-database-"));
  const [begun, done] = [new Set<number>(), new Set<number>()];
  for (const moment of moments!) {
    const writer = runProgram("node", ["test/system/support/writeRows.ts", folder, String(begun.size)]);
    await writer.printed("done");
    await pause(moment);
    writer.process.kill("SIGKILL");
    await writer.ended;
    for (const [, what, number] of writer.output().matchAll(/^(begun|done) (\d+)$/gm)) {
      (what === "done" ? done : begun).add(Number(number));
    }
  }

  const { database, close } = await openPglite({ folder, schema: "ownchart" });
  const rows = await database.select().from(usedNonces);
  await close();
  const kept = Map.groupBy(rows, ({ expiresAt }) => expiresAt);
  for (const [number, both] of kept) {
    expect(both.map(({ nonce }) => nonce).toSorted()).toEqual([`${number}/one`, `${number}/two`]);
    expect(begun).toContain(number);
  }
  for (const number of done) expect(kept.has(number)).toBe(true);
  expect(done.size).toBeGreaterThan(kills);
  await rm(folder, { recursive: true });
}, 300_000);
