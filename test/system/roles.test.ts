import { Client } from "pg";
import { bytesToHex } from "viem";
import { generatePrivateKey } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseConfiguration } from "#gateway/configuration.ts";
import { createApp } from "#gateway/createApp.ts";
import { openGateway } from "#gateway/openGateway.ts";
import { framedRolesTable, readRolesTable } from "../../scripts/roles/rolesDocument.ts";
import { type Role, type Row, isChange, roles, rolesTable } from "./support/rolesTable.ts";
import { type RolesWorld, rolesWorld } from "./support/rolesWorld.ts";
import { type Stack, startStack } from "./support/stack.ts";
import { stackChain } from "./support/stackChain.ts";

/**
 * Nobody reads, overwrites or deletes anything of anybody's, unless a table says so: everybody asks everything, of the real
 * processes. First whatever must change nothing of the subject's, then what may.
 */

let stack: Stack;
let world: RolesWorld;
const tokens = new Map<Role, string>();
/** A session of the subject's that nobody here uses. */
let spare: string;
let before: Snapshot;

beforeAll(async () => {
  stack = await startStack({ environment: { OWNCHART_REQUESTS_PER_MINUTE: "1000000" } });
  world = await rolesWorld(stack);
  for (const role of roles) if (role !== "nobody") tokens.set(role, await world.token(world.accounts[role]));
  spare = await world.token(world.subject);
  await followed();
  await snapshot(); // which is entered in the log itself
  before = await snapshot();
}, 120_000);
afterAll(() => stack?.close(), 60_000);

const titled = rolesTable.map((row) => ({ ...row, title: `${row.route}${row.what && `, ${row.what}`}` }));

test("the table has a row for every route that there is, and for no other", async () => {
  expect([...new Set(rolesTable.map(({ route }) => route))].toSorted()).toEqual((await allRoutes()).toSorted());
});

test("the table stands in docs/gateway.md", async () => {
  expect(await readRolesTable(), "npm run roles").toBe(framedRolesTable());
});

describe("what must change nothing of the subject's:", () => {
  test.each(titled)("$title", async (row) => {
    await expectAnswers(
      row,
      roles.filter((role) => !isChange(row, role)),
    );
  });

  test("it has changed nothing", async () => {
    const after = await snapshot();
    expect({ ...after, log: [] }).toEqual({ ...before, log: [] });
  });

  test("whoever received something is in the log, and nobody else is", async () => {
    const { log } = await snapshot();
    expect(log.slice(0, before.log.length)).toEqual(before.log);
    const received: Role[] = ["former author", "suspended author", "reader", "subject"];
    const addresses = received.map((role) => world.accounts[role].address.toLowerCase());
    expect([...new Set(log.map(({ to }) => to))].toSorted()).toEqual(addresses.toSorted());
  });
});

describe("what is allowed to change something:", () => {
  test.each(titled.filter((row) => roles.some((role) => isChange(row, role))))("$title", async (row) => {
    await expectAnswers(
      row,
      roles.filter((role) => isChange(row, role)),
    );
  });

  test("it has changed something, and nothing was left out", async () => {
    const after = await snapshot();
    const changed = (Object.keys(before) as (keyof Snapshot)[]).filter((part) => before[part] !== after[part]);
    expect(changed).toEqual(expect.arrayContaining(["vault", "inbox", "grants", "capsules", "erasable"]));
    expect(tokens.size + 1).toBe(roles.length);
  });
});

async function expectAnswers(row: Row, asking: readonly Role[]): Promise<void> {
  const answers: Partial<Record<Role, number | string>> = {};
  for (const role of asking) answers[role] = await answerTo(row, role);
  expect(answers).toEqual(Object.fromEntries(asking.map((role) => [role, row.answers[role]])));
}

async function answerTo({ route, ask }: Row, role: Role): Promise<number | string> {
  const [path, init = {}] = await ask(world, role);
  expect(`${init.method ?? "GET"} `).toBe(route.slice(0, route.indexOf(" ") + 1));
  const answer = await world.request(path, init, tokens.get(role));
  if (answer.headers.get("Content-Type") !== "application/problem+json") {
    await answer.body?.cancel();
    return answer.status;
  }
  return ((await answer.json()) as { type: string }).type.split(":").at(-1)!;
}

/** The gateway's own list, so that no route can be forgotten. */
async function allRoutes(): Promise<string[]> {
  const configuration = parseConfiguration({
    OWNCHART_RPC_URL: stack.chainUrl,
    OWNCHART_RELAY_KEY: generatePrivateKey(),
  });
  const { deployment } = stack;
  const opened = await openGateway({ configuration, deployment, databaseInMemory: {}, report: () => {} });
  const { routes } = createApp(opened);
  await opened.close();
  return [...new Set(routes.filter(({ method }) => method !== "ALL").map(({ method, path }) => `${method} ${path}`))];
}

/** Resolves once the gateway has read all that has happened on the chain. */
async function followed(): Promise<void> {
  const newest = await stackChain(stack).client.getBlockNumber();
  for (;;) {
    const answer = await world.request(`/charts/${world.subject.address}`, {}, spare);
    const { block } = (await answer.json()) as { block: { number: number } };
    if (block.number >= newest) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

type Snapshot = Awaited<ReturnType<typeof snapshot>>;

/** Everything of the subject's that a gateway keeps, as the subject sees it; and as the database has it, where it can be asked. */
async function snapshot() {
  const { subject, accounts, records, request } = world;
  const text = async (path: string) => {
    const answer = await request(path, {}, spare);
    const bytes = await answer.bytes();
    return [answer.status, answer.headers.get("ETag"), bytesToHex(bytes)].join(" ");
  };
  const json = async (path: string): Promise<any> => (await request(path, {}, spare)).json();
  const grants = roles.map((role) => text(`/grants/${subject.address}/${accounts[role].address}`));
  return {
    session: await text("/session"),
    capsules: await text(`/charts/${subject.address}/capsules`),
    waiting: await text(`/charts/${subject.address}/capsules/${records.waiting.digest}`),
    erased: await text(`/charts/${subject.address}/capsules/${records.erased.digest}`),
    erasable: await text(`/charts/${subject.address}/capsules/${records.erasable.digest}`),
    grants: (await Promise.all(grants)).join("\n"),
    vault: await text(`/vaults/${subject.address}`),
    inbox: await text(`/inbox/${subject.address}`),
    credential: await text(`/credentials/${accounts["suspended author"].address}?kind=0`),
    events: JSON.stringify((await json(`/charts/${subject.address}`)).events),
    log: (await json(`/log/${subject.address}`)).entries as { to: string }[],
    rows: await rowsOfSubject(),
  };
}

/** In which column of which table somebody's things are known. */
const whose = {
  capsules: "subject",
  erased_capsules: "subject",
  grants: "subject",
  vaults: "address",
  credentials: "address",
  inbox: "owner",
  chain_events: "subject",
};

async function rowsOfSubject(): Promise<string> {
  if (process.env.DATABASE_URL === undefined) return "";
  const genesis = (await (await world.request("/")).json()) as { genesis: string };
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const rows = [];
    for (const [table, column] of Object.entries(whose)) {
      const from = `ownchart_${genesis.genesis.slice(2, 18)}.${table}`;
      const found = await client.query(`select * from ${from} where ${column} = $1 order by 1, 2`, [
        world.subject.address.toLowerCase(),
      ]);
      rows.push([table, found.rows]);
    }
    return JSON.stringify(rows);
  } finally {
    await client.end();
  }
}
