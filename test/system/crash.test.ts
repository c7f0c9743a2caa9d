import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MessageName } from "#core/chain/typedMessages.ts";
import { historyOf } from "#test/support/commandLine.ts";
import { clinicians } from "../../scripts/seed/people.ts";
import { expectWhole } from "./support/chartOracle.ts";
import { type Crash, type Doing, type Ward, crashes, granting, publication, revocation } from "./support/crashes.ts";
import { freePort } from "#test/support/freePort.ts";
import { holdBlocks } from "./support/holdBlocks.ts";
import { anchoring, pointsOfRelaying } from "./support/pointsOfRelaying.ts";
import { expectPinsWhole, expectOwnQueueSettled } from "./support/remains.ts";
import { restartable } from "./support/restartable.ts";
import { runProgram } from "./support/runProgram.ts";
import { joined, sharedChart } from "./support/sharedChart.ts";
import { type Stack, startStack } from "./support/stack.ts";
import type { Wire } from "./support/tripwire.ts";

/** Two, since most of the time one of them is starting again. */
let wards: OwnWard[];
let free: OwnWard[];
const waiting: ((ward: OwnWard) => void)[] = [];

type OwnWard = Ward & { stack: Stack };

beforeAll(async () => {
  wards = await Promise.all([openWard(), openWard()]);
  free = [...wards];
}, 180_000);
afterAll(() => Promise.all(wards.map(({ stack }) => stack.close())));

/** Each gateway lives for seconds: too short for PostgreSQL's code, compiled once, to be made quicker while it runs. */
const gatewayOptions = ["--liftoff-only"];

async function openWard(): Promise<OwnWard> {
  const stack = await startStack({ environment: { DATABASE_URL: "" }, gatewayOptions });
  const { familyDoctor, cardiologist } = clinicians;
  const [doctor, nurse] = await Promise.all([
    joined({ stack, account: familyDoctor.account }),
    joined({ stack, account: cardiologist.account }),
  ]);
  return { stack, doctor, nurse };
}

/** In a ward of its own for as long as it lasts. */
async function inWard(work: (ward: OwnWard) => Promise<void>): Promise<void> {
  const ward = free.pop() ?? (await new Promise<OwnWard>((resolve) => waiting.push(resolve)));
  try {
    await work(ward);
  } finally {
    const next = waiting.shift();
    if (next === undefined) free.push(ward);
    else next(ward);
  }
}

/** Kills at the point, starts again, and looks whether it is done, by itself or once it is done again. */
async function survived({ stack }: OwnWard, { victim, point }: Omit<Crash, "sentence" | "prepare">, doing: Doing) {
  const { once, check, onceStarted } = doing;
  const pulled = stack.wires[point.wire].arm({ ...point.when, pull: () => stack[victim].kill() });
  const first = refusalOf(once());
  await Promise.race([pulled, tooEarly(first)]);
  await stack[victim].start();
  await onceStarted?.();
  const refusal = await first;
  if (refusal !== undefined) {
    expect(["GatewayUnreachable", "GatewayAnswerCut", "StorageUnreachable"]).toContain(refusal.name);
    await once();
  }
  await check();
}

function refusalOf(done: Promise<unknown>): Promise<Error | undefined> {
  return done.then(
    () => undefined,
    (error: Error) => error,
  );
}

async function tooEarly(first: Promise<Error | undefined>): Promise<never> {
  throw new Error("It never came to that point.", { cause: await first });
}

describe.concurrent("after kill -9", () => {
  test.each(crashes.map((crash) => [crash.sentence, crash] as const))(
    "%s",
    (_, crash) => inWard(async (ward) => survived(ward, crash, await crash.prepare(ward))),
    600_000, // some wait for their ward
  );

  test("a publication goes on when the gateway is killed while its transaction waits for a block", async () => {
    await inWard(async (ward) => {
      const doing = await publication(ward);
      const onceStarted = await holdBlocks(ward.stack.chainUrl);
      const [, point] = pointsOfRelaying("Publish").sent;
      await survived(ward, { victim: "gateway", point }, { ...doing, onceStarted });
    });
  }, 600_000);
});

describe("while the chain is cut off from the gateway", () => {
  test.each<[string, MessageName, Crash["prepare"]]>([
    ["a publication", "Publish", publication],
    ["a grant", "Grant", granting],
    ["a revocation", "Revoke", revocation],
  ])("%s waits, nobody reads, and afterwards all goes on", async (_, name, prepare) => {
    const [ward] = wards as [OwnWard];
    const { stack, doctor } = ward;
    const chart = await sharedChart(stack, doctor);
    const { once, check } = await prepare(ward);
    const wire = stack.wires.gatewayToChain;
    const [, { when }] = pointsOfRelaying(name).signed;
    const pulled = wire.arm({ ...when, pull: () => wire.cut() });
    const done = once();
    await Promise.race([pulled, tooEarly(refusalOf(done))]);
    const reading = Array.fromAsync(doctor.services.capsules.list({ subject: chart.patient.address }));
    await expect(reading).rejects.toMatchObject({ name: "ChainUnreachable" });
    wire.mend();
    await done;
    await check();
    await expectWhole(chart, { readers: [doctor] });
  });
});

describe("a gateway's folder", () => {
  test("is refused to a second gateway, and the first is unharmed", async () => {
    const [{ stack, doctor }] = wards as [OwnWard];
    const environment = { ...stack.gatewayEnvironment, OWNCHART_GATEWAY_PORT: String(await freePort()) };
    const second = runProgram("node", ["gateway/main.ts"], environment);
    expect(await second.ended).toBe(1);
    expect(second.output()).toMatch(/^Another process uses \S+; end that one first\.\n$/);
    await expectWhole(await sharedChart(stack, doctor), { readers: [doctor] });
  });
});

describe("the command line", () => {
  const points: [string, Omit<Wire, "pull">][] = [
    ["its first body is stored", { request: /PUT \/blobs/, at: "answer" }],
    ["a capsule is kept that it has not noted", { request: /PUT \/charts\//, at: "answer" }],
    ["all is stored and nothing is signed for", { request: /POST \/relay/, at: "request" }],
    ["the message is taken", { request: /POST \/relay/, at: "answer" }],
  ];

  test("publishes each record once, however often it is killed", async () => {
    const [, { stack }] = wards as [OwnWard, OwnWard];
    const history = join(stack.folder, "history.json");
    await writeFile(history, historyOf(8));
    const run = (...args: string[]) => {
      return runProgram("node", ["scripts/ownchart.ts", ...args, "--account", "8", "--json"], {
        OWNCHART_RPC_URL: stack.chainUrl,
        OWNCHART_GATEWAY_URL: stack.gatewayUrl,
        IPFS_GATEWAY: stack.ipfsUrl,
        OWNCHART_DATA: join(stack.folder, "command-line"),
      });
    };
    const answer = async (...args: string[]) => {
      const program = run(...args);
      expect([await program.ended, program.output()]).toEqual([0, expect.stringMatching(/^{/)]);
      return (JSON.parse(program.output()) as { records?: { title: string }[] }).records?.map(({ title }) => title);
    };

    await answer("open-chart");
    const planned = (await answer("publish", history, "--dry-run"))!.toSorted();
    expect(planned.length).toBeGreaterThan(4);
    for (const [, when] of points) {
      const { promise, resolve } = Promise.withResolvers<ReturnType<typeof run>>();
      const pulled = stack.wires.toGateway.arm({
        ...when,
        pull: () => void promise.then((it) => it.process.kill("SIGKILL")),
      });
      const program = run("publish", history, "--yes");
      resolve(program);
      await pulled;
      expect(await program.ended).toBeNull();
    }
    await answer("publish", history, "--yes");
    expect((await answer("list"))!.toSorted()).toEqual(planned);
  }, 180_000);
});

describe("the access log", () => {
  test.each(["request", "answer"] as const)(
    "is anchored in the end, though it is killed at the %s of its anchor",
    async (at) => {
      const [, { stack, doctor }] = wards as [OwnWard, OwnWard];
      await stack.gateway.end();
      const gateway = restartable("gateway/main.ts", { ...stack.gatewayEnvironment, OWNCHART_ANCHOR_SECONDS: "1" });
      await gateway.start();
      const chart = await sharedChart(stack, doctor);
      const pulled = stack.wires.gatewayToChain.arm({ request: anchoring, at, pull: () => gateway.kill() });
      await refusalOf(expectWhole(chart, { readers: [doctor] }));
      await pulled;
      await gateway.start();
      await expectWhole(chart, { readers: [doctor] });
      const unanchored = async () => {
        const { log, anchored } = await chart.patient.connection.accessLog.read();
        return log.entries.length - anchored;
      };
      await expect.poll(unanchored, { timeout: 30_000 }).toBe(0);
      await gateway.end();
    },
  );
});

describe("in the end", () => {
  test("every transaction is done, no nonce is missing, and no body is kept by half", async () => {
    for (const { stack } of wards) {
      await stack.gateway.end();
      await expectOwnQueueSettled(stack);
      await expectPinsWhole(stack);
    }
  });

  test("gateways have told their operator of the chain that was cut off, and of nothing else", () => {
    for (const { stack } of wards) {
      const told = stack.gateway.output().split("\n").filter(Boolean);
      expect(told.filter((line) => !expectedLine.test(line))).toEqual([]);
    }
  });
});

const expectedLine =
  /^(Gateway 0x\w{40} at http:\/\/[\d.:]+|\S+ (the relay waits|the chain cannot be followed|The access log was not anchored\.) (HttpRequestError|ChainUnreachable)\b.*)$/;
