import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { clinicians } from "../../scripts/seed/people.ts";
import { type Crash, type Doing, type Ward, crashes } from "./support/crashes.ts";
import { joined } from "./support/sharedChart.ts";
import { startStack } from "./support/stack.ts";

/** Two, since most of the time one of them is starting again. */
let wards: Ward[];
let free: Ward[];
const waiting: ((ward: Ward) => void)[] = [];

beforeAll(async () => {
  wards = await Promise.all([openWard(), openWard()]);
  free = [...wards];
}, 180_000);
afterAll(() => Promise.all(wards.map(({ stack }) => stack.close())));

async function openWard(): Promise<Ward> {
  const stack = await startStack();
  const { familyDoctor, cardiologist } = clinicians;
  const join = ({ account }: typeof familyDoctor) => joined({ stack, account });
  const [doctor, nurse] = await Promise.all([join(familyDoctor), join(cardiologist)]);
  return { stack, doctor, nurse };
}

/** In a ward of its own for as long as it lasts. */
async function inWard(work: (ward: Ward) => Promise<void>): Promise<void> {
  const ward = free.pop() ?? (await new Promise<Ward>((resolve) => waiting.push(resolve)));
  try {
    await work(ward);
  } finally {
    const next = waiting.shift();
    if (next === undefined) free.push(ward);
    else next(ward);
  }
}

/** Kills at the point, starts again, and looks whether it is done, by itself or once it is done again. */
async function survived({ stack }: Ward, { victim, point }: Crash, { once, check }: Doing): Promise<void> {
  const pulled = stack.wires[point.wire].arm({ ...point.when, pull: () => stack[victim].kill() });
  const first = once().then(
    () => undefined,
    (error: Error) => error,
  );
  const tooEarly = first.then((error) => Promise.reject(new Error("It never came to that point.", { cause: error })));
  await Promise.race([pulled, tooEarly]);
  await stack[victim].start();
  const refusal = await first;
  if (process.env.CRASH_DEBUG) console.log(refusal?.name ?? "by itself", (refusal as any)?.cause?.message ?? "");
  if (refusal !== undefined) {
    expect(["GatewayUnreachable", "GatewayAnswerCut", "StorageUnreachable"]).toContain(refusal.name);
    await once();
  }
  await check();
}

describe.concurrent("kill -9", () => {
  test.each(crashes.map((crash) => [crash.sentence, crash] as const))(
    "%s",
    async (_, crash) => inWard(async (ward) => survived(ward, crash, await crash.prepare(ward))),
    600_000,
  );
});
