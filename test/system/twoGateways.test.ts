import { sql } from "drizzle-orm";
import { createPublicClient, http } from "viem";
import { afterAll, beforeAll, describe, test } from "vitest";
import type { OpenDatabase } from "#gateway/database/Database.ts";
import { openDatabase } from "#gateway/database/openDatabase.ts";
import { clinicians } from "../../scripts/seed/people.ts";
import { type Doing, type Ward, granting, publication, revocation } from "./support/crashes.ts";
import { freePort } from "#test/support/freePort.ts";
import { pointsOfRelaying } from "./support/pointsOfRelaying.ts";
import { expectQueueSettled } from "./support/remains.ts";
import { type Restartable, restartable } from "./support/restartable.ts";
import { joined } from "./support/sharedChart.ts";
import { type Stack, startStack } from "./support/stack.ts";
import { type Tripwire, type Wire, tripwire } from "./support/tripwire.ts";

const url = process.env.DATABASE_URL;
const leftOut = url === undefined ? " (left out: DATABASE_URL names no PostgreSQL)" : "";

describe.skipIf(url === undefined)(`two gateways on one database, asked in turn,${leftOut}`, () => {
  let stack: Stack;
  let other: Restartable;
  let otherToChain: Tripwire;
  let opened: OpenDatabase;
  let schema: string;
  let ward: Ward;

  beforeAll(async () => {
    stack = await startStack();
    const { chainUrl, gatewayUrl, gatewayEnvironment, folder } = stack;
    otherToChain = await tripwire({ target: Number(new URL(chainUrl).port) });
    const port = await freePort();
    other = restartable("gateway/main.ts", {
      ...gatewayEnvironment,
      OWNCHART_GATEWAY_PORT: String(port),
      OWNCHART_RPC_URL: `http://127.0.0.1:${otherToChain.port}`,
      OWNCHART_DATA: `${folder}/other`,
    });
    await other.start();
    const { hash: genesis } = await createPublicClient({ transport: http(chainUrl) }).getBlock({ blockNumber: 0n });
    schema = `ownchart_${genesis.slice(2, 18)}`;
    opened = await openDatabase({ genesis, url: url! });

    const place = { ...stack, fetch: inTurn(gatewayUrl, [gatewayEnvironment.OWNCHART_GATEWAY_PORT!, String(port)]) };
    const join = ({ account }: typeof clinicians.familyDoctor) => joined({ stack: place, account });
    const [doctor, nurse] = await Promise.all([join(clinicians.familyDoctor), join(clinicians.cardiologist)]);
    ward = { stack: place, doctor, nurse };
  }, 180_000);
  afterAll(async () => {
    await Promise.all([other.end(), stack.close()]);
    await otherToChain.close();
    await opened.database.execute(sql`drop schema ${sql.identifier(schema)} cascade`);
    await opened.close();
  });

  const prepared = () => Promise.all([publication(ward), granting(ward), revocation(ward)]);

  /** Whichever of them it is; the other is left alone. */
  function killTheOneThatAsks(when: Omit<Wire, "pull">): Promise<Restartable> {
    const { gateway: one, wires } = stack;
    return new Promise((resolve) => {
      const arm = (gateway: Restartable, its: Tripwire, others: Tripwire) => {
        const pull = () => {
          gateway.kill();
          void others.arm({ request: never, at: "request", pull() {} });
          resolve(gateway);
        };
        void its.arm({ ...when, pull });
      };
      arm(one, wires.gatewayToChain, otherToChain);
      arm(other, otherToChain, wires.gatewayToChain);
    });
  }

  test("publish, grant and revoke at the same time", async () => {
    const doings = [...(await prepared()), ...(await prepared())];
    await all(doings, "once");
    await all(doings, "check");
  }, 120_000);

  test.each(["signed", "sent"] as const)(
    "go on by themselves when the one that pays is killed with a transaction %s",
    async (point) => {
      const doings = await prepared();
      const [, { when }] = pointsOfRelaying("Publish")[point];
      const killed = killTheOneThatAsks(when);
      await all(doings, "once");
      await (await killed).start();
      await all(doings, "check");
    },
    120_000,
  );

  test("leave no transaction undone and no nonce out", async () => {
    await expectQueueSettled({ database: opened.database, chainUrl: stack.chainUrl });
  });
});

function all(doings: Doing[], what: "once" | "check") {
  return Promise.all(doings.map((doing) => doing[what]()));
}

const never = /(?!)/;

/** As a round-robin does: every request goes to the next one, and to the one after that where nobody listens. */
function inTurn(origin: string, ports: readonly string[]): typeof fetch {
  let asked = 0;
  return async (input, init) => {
    const wanted = String(input);
    if (!wanted.startsWith(origin)) return fetch(wanted, init);
    const turn = asked++;
    const ask = (number: number) => {
      return fetch(wanted.replace(origin, `http://127.0.0.1:${ports[number % ports.length]}`), init);
    };
    return ask(turn).catch((error: unknown) => {
      if (isRefused(error)) return ask(turn + 1);
      throw error;
    });
  };
}

function isRefused(error: unknown): boolean {
  const { cause } = error as { cause?: { code?: string } };
  return cause?.code === "ECONNREFUSED";
}
