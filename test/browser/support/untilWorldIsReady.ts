/** Before each file of tests, which may then take its time for granted. */
import { readFile } from "node:fs/promises";
import { inject } from "vitest";
import { wait } from "#client/wait.ts";

const stateNow = () => readFile(inject("worldState"), "utf8").catch(() => undefined);

let state = await stateNow();
for (; state === undefined; state = await stateNow()) await wait(200);
if (state !== "") throw new Error(state);
