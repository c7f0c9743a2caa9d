import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { type PrivateKeyAccount, generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { vaults } from "#gateway/database/schema.ts";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";

let chain: LocalChain;
let gateway: TestGateway;
let owner: PrivateKeyAccount;
let as: string;

beforeAll(async () => {
  chain = await localChain();
  gateway = await testGateway(chain);
});
afterAll(async () => {
  await gateway.close();
  await chain.close();
});

async function somebody() {
  owner = privateKeyToAccount(generatePrivateKey());
  as = await gateway.signIn(owner);
}

const slot = { kind: "device", salt: `0x${"00".repeat(16)}`, params: {}, box: `0x${"00".repeat(77)}` };
const vault = (params: object = {}) => {
  return JSON.stringify({ v: 1, address: owner.address, slots: [{ ...slot, params }] });
};
const first = { "If-None-Match": "*" };
const follow = (version: number) => ({ "If-Match": `"${version}"` });

function put(body: string, headers: Record<string, string>, path = owner.address as string) {
  return gateway.request(`/vaults/${path}`, { method: "PUT", body, headers, as });
}
const get = () => gateway.request(`/vaults/${owner.address}`, { as });
const nameOf = async (answer: Response) => ((await answer.json()) as { type: string }).type.split(":").at(-1);

describe("a vault", () => {
  beforeAll(somebody);

  test("is not there at first", async () => {
    expect(await nameOf(await get())).toBe("NotFound");
  });

  test("comes back byte for byte, with its version, and is kept by nobody on the way", async () => {
    const answer = await put(`${vault()}  `, first);
    expect(await answer.json()).toEqual({ version: 1 });
    const stored = await get();
    expect(await stored.text()).toBe(`${vault()}  `);
    expect(stored.headers.get("ETag")).toBe('"1"');
    expect(stored.headers.get("Cache-Control")).toBe("no-store");
  });

  test("is followed by the next where its owner has seen it", async () => {
    expect(await (await put(vault({ next: 1 }), follow(1))).json()).toEqual({ version: 2 });
    expect(await (await get()).text()).toBe(vault({ next: 1 }));
  });

  test.each<[string, () => Record<string, string>]>([
    ["as a first one", () => first],
    ["after one that is no longer the newest", () => follow(1)],
    ["after one that has not come yet", () => follow(3)],
  ])("is not overwritten %s", async (_, headers) => {
    const answer = await put(vault({ other: true }), headers());
    expect(answer.status).toBe(412);
    expect(await nameOf(answer)).toBe("Changed");
    expect(await (await get()).text()).toBe(vault({ next: 1 }));
  });

  test.each<Record<string, string>>([
    {},
    { "If-Match": "*" },
    { "If-Match": "1" },
    { "If-Match": 'W/"2"' },
    { "If-Match": '"0"' },
    { "If-Match": '"99999999999999"' },
    { "If-None-Match": '"2"' },
    { "If-Match": '"2"', "If-None-Match": "*" },
  ])("is not put without a word on what it follows: %o", async (headers) => {
    expect(await nameOf(await put(vault(), headers))).toBe("RequestInvalid");
  });

  test("may be as large as 64 KiB and no larger", async () => {
    const room = 65_536 - vault({ pad: "" }).length;
    expect(await nameOf(await put(vault({ pad: "x".repeat(room + 1) }), follow(2)))).toBe("TooLarge");
    expect((await put(vault({ pad: "x".repeat(room) }), follow(2))).status).toBe(200);
  });
});

describe("what is no vault of its owner", () => {
  beforeAll(somebody);

  test.each<[string, () => string]>([
    ["nothing", () => ""],
    ["half a vault", () => vault().slice(0, -1)],
    ["a list", () => "[]"],
    ["null", () => "null"],
    ["another version", () => vault().replace('"v":1', '"v":2')],
    ["a vault of somebody else", () => vault().replace(owner.address, `0x${"11".repeat(20)}`)],
    ["no slots", () => JSON.stringify({ v: 1, address: owner.address })],
    [
      "a slot too many",
      () => JSON.stringify({ v: 1, address: owner.address, slots: Array.from({ length: 17 }, () => slot) }),
    ],
    ["sixty thousand brackets", () => "[".repeat(60_000)],
  ])("is refused: %s", async (_, body) => {
    expect(await nameOf(await put(body(), first))).toBe("RequestInvalid");
    expect(await nameOf(await get())).toBe("NotFound");
  });

  test("is refused where it is not even text", async () => {
    const body = fc.uint8Array({ maxLength: 200 });
    await fc.assert(
      fc.asyncProperty(body, async (bytes) => {
        const answer = await gateway.request(`/vaults/${owner.address}`, {
          method: "PUT",
          body: new Uint8Array(bytes),
          headers: first,
          as,
        });
        expect(await nameOf(answer)).toBe("RequestInvalid");
      }),
      { numRuns: fuzzRuns(50) },
    );
  });
});

describe("of several devices at once", () => {
  beforeAll(somebody);

  test("one is first, and the others are told", async () => {
    const answers = await Promise.all([0, 1, 2, 3, 4].map((device) => put(vault({ device }), first)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412, 412]);
    const winner = answers.findIndex(({ status }) => status === 200);
    expect(await (await get()).text()).toBe(vault({ device: winner }));
  });

  test("one follows, and the others are told", async () => {
    const answers = await Promise.all([0, 1, 2, 3, 4].map((device) => put(vault({ again: device }), follow(1))));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412, 412]);
  });
});

test("the newest sixteen versions are kept, of each owner their own", async () => {
  await somebody();
  await put(vault(), first);
  const [other, theirs] = [owner, as];
  await somebody();
  for (let version = 0; version < 20; version++) await put(vault({ version }), version === 0 ? first : follow(version));
  const kept = await gateway.database
    .select({ version: vaults.version })
    .from(vaults)
    .where(eq(vaults.address, owner.address.toLowerCase() as `0x${string}`))
    .orderBy(asc(vaults.version));
  expect(kept.map(({ version }) => version)).toEqual([5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
  expect((await gateway.request(`/vaults/${other.address}`, { as: theirs })).headers.get("ETag")).toBe('"1"');
  expect(await nameOf(await put(vault(), first))).toBe("Changed");
});

test("a vault is its owner's alone", async () => {
  await somebody();
  await put(vault(), first);
  const path = `/vaults/${owner.address}`;
  const stranger = await gateway.signIn(privateKeyToAccount(generatePrivateKey()));
  const overwrite = { method: "PUT", body: vault({ stolen: true }), headers: follow(1) };
  expect(await nameOf(await gateway.request(path))).toBe("SignInNeeded");
  expect(await nameOf(await gateway.request(path, { as: stranger }))).toBe("NotPermitted");
  expect(await nameOf(await gateway.request(path, { ...overwrite, as: stranger }))).toBe("NotPermitted");
  expect(await nameOf(await gateway.request(path, overwrite))).toBe("SignInNeeded");
  expect(await (await get()).text()).toBe(vault());
});
