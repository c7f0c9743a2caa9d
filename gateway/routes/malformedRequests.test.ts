import { eq } from "drizzle-orm";
import fc from "fast-check";
import type { Address, Hex } from "viem";
import { type PrivateKeyAccount, generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { errorSentences } from "#core/chain/errorSentences.ts";
import { capsules, credentials, grants, inbox, sessions, vaults } from "#gateway/database/schema.ts";
import { gatewayErrors } from "#gateway/gatewayErrors.ts";
import { tokenHashOf } from "#gateway/session/signIn.ts";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";

const [victim, stranger] = [privateKeyToAccount(generatePrivateKey()), privateKeyToAccount(generatePrivateKey())];
const lower = (account: PrivateKeyAccount) => account.address.toLowerCase() as Address;
const vault = JSON.stringify({ v: 1, address: victim.address, slots: [] });

/** Of the victim's capsule; it is among what is drawn. */
const digest: Hex = `0x${"cd".repeat(32)}`;

let chain: LocalChain;
let gateway: TestGateway;
let strangersToken: string;

beforeAll(async () => {
  chain = await localChain();
  gateway = await testGateway(chain, { environment: { OWNCHART_REQUESTS_PER_MINUTE: "1000000000" } });
  strangersToken = await gateway.signIn(stranger);
  const as = await gateway.signIn(victim);
  const [headers, { database }] = [{ "If-None-Match": "*" }, gateway];
  await gateway.request(`/vaults/${victim.address}`, { method: "PUT", body: vault, headers, as });
  await gateway.request(`/inbox/${victim.address}`, { method: "POST", body: "sealed", as });
  await database.insert(credentials).values({ address: lower(victim), kind: 0, credential: { name: "Ada" } });
  const stored = { subject: lower(victim), storedAt: gateway.now() };
  const [capsule, keyId] = [new Uint8Array(9), digest];
  await database.insert(capsules).values({ ...stored, digest, keyId, uploader: lower(victim), capsule });
  await database.insert(grants).values({ ...stored, grantee: lower(stranger), epoch: 0, grant: capsule });
});
afterAll(async () => {
  await gateway.close();
  await chain.close();
});

/** What stands in a place where something else belongs. */
const oddParts = ["", "0", "1", "-1", "1e3", "999999999999999", "9".repeat(40), "null", "..", "%2e%2e", "%00", "%ff"];
const odd = fc.oneof(
  fc.constantFrom(victim.address, lower(victim), stranger.address, `0x${"ab".repeat(16)}`, digest),
  fc.constantFrom(...oddParts, "x".repeat(5000), `0x${"f".repeat(4000)}`, "constructor", "__proto__", "*", '"1"'),
  fc.string({ unit: "binary", maxLength: 40 }),
);
const headerNames =
  "If-Match If-None-Match Last-Event-ID Content-Type Content-Encoding Accept Origin Cookie Range X-Forwarded-For Forwarded";
const headers = fc.dictionary(
  fc.constantFrom(...headerNames.split(" ")),
  fc.oneof(
    fc.constantFrom("*", '"1"', "text/event-stream", "http://localhost:5173", "ownchart-session=x", "bytes=0-1"),
    fc.string({ unit: fc.integer({ min: 32, max: 255 }).map((code) => String.fromCharCode(code)), maxLength: 40 }),
  ),
);
const members = "v address slots message signature bearer name values holder kind board".split(" ");
const body = fc.oneof(
  fc.constantFrom("", vault, "{", "[".repeat(20_000), '{"__proto__":1}', "\0", "x".repeat(200_000)),
  fc.uint8Array({ maxLength: 100 }).map((bytes) => new Uint8Array(bytes)),
  fc.dictionary(fc.constantFrom(...members), fc.jsonValue()).map((value) => JSON.stringify(value)),
  fc.jsonValue().map((value) => JSON.stringify(value)),
);
const token = fc.oneof(
  fc.constant("strangers" as const),
  fc.constant(undefined),
  fc.constantFrom("Bearer ", "Basic eDp5", `Bearer ${"0".repeat(64)}`, "Bearer %00", "x".repeat(3000)),
);
const methods = ["GET", "PUT", "POST", "DELETE", "PATCH", "HEAD", "OPTIONS", "BREW"];

/** The gateway's own list: a new route cannot be forgotten. */
function routes() {
  return gateway.app.routes.filter(({ method }) => method !== "ALL");
}

function requests() {
  const route = fc.constantFrom(...routes());
  const method = fc.option(fc.constantFrom(...methods), { freq: 4 });
  const parts = fc.array(odd, { minLength: 3, maxLength: 3 });
  const query = fc.dictionary(fc.constantFrom("kind", "after", "keys", "epoch", "x"), odd, { maxKeys: 3 });
  return fc.record({ route, method, parts, isRaw: fc.boolean(), query, headers, body, token });
}
type Odd = ReturnType<typeof requests> extends fc.Arbitrary<infer Value> ? Value : never;

function requestOf({ route, method, parts, isRaw, query, headers: given, body: content, token: offered }: Odd) {
  let next = 0;
  const filled = route.path.replace(/:\w+(\{[^}]*\})?/g, () => {
    const part = parts[next++ % parts.length]!.toWellFormed();
    return isRaw ? part : encodeURIComponent(part);
  });
  const search = new URLSearchParams(Object.entries(query)).toString();
  const verb = method ?? route.method;
  const authorization = offered === "strangers" ? `Bearer ${strangersToken}` : offered;
  return new Request(`http://localhost:8700${filled}?${search}`, {
    method: verb,
    headers: { ...given, ...(authorization !== undefined && { Authorization: authorization }) },
    ...(!["GET", "HEAD"].includes(verb) && { body: content }),
  });
}

const known = new Set([...Object.keys(gatewayErrors), ...Object.keys(errorSentences), "UnknownRefusal"]);

async function expectNamed(answer: Response, verb: string): Promise<void> {
  if (verb === "HEAD") return expect([400, 403, 429]).toContain(answer.status); // which has no body
  if (answer.ok || answer.headers.get("Content-Type") !== "application/problem+json") {
    expect(answer.ok || answer.status === 503, `status ${answer.status}`).toBe(true); // 503 is health's too
    await answer.body?.cancel();
    return;
  }
  const problem = (await answer.json()) as { type: string; title: string; status: number };
  const name = problem.type.split(":").at(-1)!;
  expect(known).toContain(name);
  expect(name).not.toBe("Unexpected");
  expect(problem.status).toBe(answer.status);
  expect(Object.keys(problem)).toEqual(["type", "title", "status"]);
}

async function victimsRows() {
  const { database } = gateway;
  const address = lower(victim);
  return {
    capsules: await database.select().from(capsules).where(eq(capsules.subject, address)),
    grants: await database.select().from(grants).where(eq(grants.subject, address)),
    vaults: await database.select().from(vaults).where(eq(vaults.address, address)),
    credentials: await database.select().from(credentials).where(eq(credentials.address, address)),
    messages: await database.select().from(inbox).where(eq(inbox.sender, address)),
    sessions: await database.select().from(sessions).where(eq(sessions.address, address)),
  };
}

test("ten thousand malformed requests are answered by name, change nothing of others, and end nothing", async () => {
  const before = await victimsRows();
  const asked = new Set<string>();
  await fc.assert(
    fc.asyncProperty(requests(), async (drawn) => {
      const request = requestOf(drawn);
      asked.add(drawn.route.path);
      await expectNamed(await gateway.app.request(request), request.method);
      // What the stranger deletes is their own session; they come back.
      const session = { tokenHash: tokenHashOf(strangersToken), address: lower(stranger), expiresAt: 2 ** 40 };
      if (drawn.method === "DELETE" || drawn.route.method === "DELETE") {
        await gateway.database.insert(sessions).values(session).onConflictDoNothing();
      }
    }),
    { numRuns: fuzzRuns(10_000) },
  );
  expect(gateway.reports).toEqual([]);
  expect(await victimsRows()).toEqual(before);
  expect(asked.size).toBe(new Set(routes().map(({ path }) => path)).size);
  expect((await gateway.request("/")).status).toBe(200);
  expect((await gateway.request("/session", { as: strangersToken })).status).toBe(200);
}, 600_000);
