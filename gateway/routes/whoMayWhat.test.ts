import { type PrivateKeyAccount, generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";

const owner = privateKeyToAccount(generatePrivateKey());
const stranger = privateKeyToAccount(generatePrivateKey());
const vault = JSON.stringify({ v: 1, address: owner.address, slots: [] });
const follow = { "If-Match": '"1"' };

let chain: LocalChain;
let gateway: TestGateway;
const tokens = new Map<PrivateKeyAccount | undefined, string | undefined>();

beforeAll(async () => {
  chain = await localChain();
  gateway = await testGateway(chain);
  for (const account of [owner, stranger]) tokens.set(account, await gateway.signIn(account));
  const first = { "If-None-Match": "*" };
  const as = tokens.get(owner);
  await gateway.request(`/vaults/${owner.address}`, { method: "PUT", body: vault, headers: first, as });
});
afterAll(async () => {
  await gateway.close();
  await chain.close();
});

type Row = [route: string, init: RequestInit, answers: [nobody: Answer, stranger: Answer, owner: Answer]];
type Answer = number | string;

/** `@` stands for the owner's address. An answer is a status, or the name of a refusal. */
const table: Row[] = [
  ["GET /vaults/@", {}, ["SignInNeeded", "NotPermitted", 200]],
  ["PUT /vaults/@", { body: vault, headers: follow }, ["SignInNeeded", "NotPermitted", 200]],
  ["GET /credentials/@?kind=0", {}, ["NotFound", "NotFound", "NotFound"]],
  ["PUT /credentials/@", { body: "{}" }, ["SignInNeeded", "NotPermitted", "RequestInvalid"]],
  ["POST /inbox/@", { body: "sealed" }, ["SignInNeeded", 201, 201]],
  ["GET /inbox/@", {}, ["SignInNeeded", "NotPermitted", 200]],
  ["DELETE /inbox/@/1", {}, ["SignInNeeded", "NotPermitted", 204]],
  [`POST /desk/0x${"ab".repeat(16)}`, { body: "sealed" }, [204, 204, 204]],
  [`GET /desk/0x${"ab".repeat(16)}`, {}, [200, 200, 200]],
  ["GET /health", {}, [503, 503, 503]], // there is no IPFS here
  ["GET /metrics", {}, ["NotPermitted", "NotPermitted", "NotPermitted"]],
];

const rows = table.flatMap(([route, init, answers]) =>
  (["nobody", "a stranger", "the owner"] as const).map((who, index) => ({ route, init, who, answer: answers[index]! })),
);

test.each(rows)("$route by $who: $answer", async ({ route, init, who, answer }) => {
  const account = { nobody: undefined, "a stranger": stranger, "the owner": owner }[who];
  const [method, path] = route.replace("@", owner.address).split(" ") as [string, string];
  const given = await gateway.request(path, { ...init, method, as: tokens.get(account) });
  const isProblem = given.headers.get("Content-Type") === "application/problem+json";
  if (!isProblem) await given.body?.cancel();
  const name = isProblem ? ((await given.json()) as { type: string }).type.split(":").at(-1) : given.status;
  expect(name).toBe(answer);
});
