import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { createSiweMessage } from "viem/siwe";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";

let chain: LocalChain;
let gateway: TestGateway;
let now: number;
const account = privateKeyToAccount(generatePrivateKey());

beforeAll(async () => {
  chain = await localChain();
  gateway = await testGateway(chain, { now: () => now });
});
afterAll(async () => {
  await gateway.close();
  await chain.close();
});

type Wrong = Partial<{ domain: string; chainId: number; nonce: string; issuedAt: Date; signer: typeof account }>;

async function attempt({ signer = account, ...wrong }: Wrong = {}) {
  const { nonce } = (await (await gateway.request("/session/nonce")).json()) as { nonce: string };
  const message = createSiweMessage({
    address: account.address,
    chainId: 31_337,
    domain: "localhost:8700",
    nonce,
    uri: "http://localhost:8700",
    version: "1",
    issuedAt: new Date(now * 1000),
    ...wrong,
  });
  return JSON.stringify({ message, signature: await signer.signMessage({ message }), bearer: true });
}

const post = (body: string) => gateway.request("/session", { method: "POST", body });
const nameOf = async (answer: Response) => ((await answer.json()) as { type: string }).type.split(":").at(-1);

describe("a sign-in", () => {
  beforeAll(() => void (now = 1_800_000_000));

  test("gives a session to the address that signed", async () => {
    const token = await gateway.signIn(account);
    const answer = await gateway.request("/session", { as: token });
    expect(await answer.json()).toEqual({ address: account.address.toLowerCase(), expiresAt: now + 43_200 });
  });

  test("counts once", async () => {
    const body = await attempt();
    expect((await post(body)).status).toBe(200);
    expect(await nameOf(await post(body))).toBe("SignInRefused");
  });

  test.each<[string, () => Wrong]>([
    ["for another site", () => ({ domain: "elsewhere.example" })],
    ["for another chain", () => ({ chainId: 1 })],
    ["with a nonce of one's own", () => ({ nonce: "0".repeat(64) })],
    ["of an hour ago", () => ({ issuedAt: new Date((now - 3600) * 1000) })],
    ["of tomorrow", () => ({ issuedAt: new Date((now + 86_400) * 1000) })],
    ["signed by somebody else", () => ({ signer: privateKeyToAccount(generatePrivateKey()) })],
  ])("%s is refused", async (_, wrong) => {
    const answer = await post(await attempt(wrong()));
    expect(answer.status).toBe(401);
    expect(await nameOf(answer)).toBe("SignInRefused");
  });

  test("with a nonce that is older than ten minutes is refused", async () => {
    const body = await attempt();
    now += 601;
    expect(await nameOf(await post(body))).toBe("SignInRefused");
  });

  test("sets a cookie that scripts cannot read, where no bearer is asked for", async () => {
    const body = JSON.stringify({ ...JSON.parse(await attempt()), bearer: false });
    const answer = await post(body);
    expect(await answer.json()).not.toHaveProperty("token");
    expect(answer.headers.get("Set-Cookie")).toMatch(/^ownchart-session=[0-9a-f]{64}; .*HttpOnly; SameSite=Strict/);
  });

  test("ends when it is ended, and after twelve hours", async () => {
    const [ended, old] = [await gateway.signIn(account), await gateway.signIn(account)];
    await gateway.request("/session", { method: "DELETE", as: ended });
    expect((await gateway.request("/session", { as: ended })).status).toBe(401);
    expect((await gateway.request("/session", { as: old })).status).toBe(200);
    now += 43_201;
    expect((await gateway.request("/session", { as: old })).status).toBe(401);
  });
});

test.each(["", "{", "[]", '{"message":1}', '{"message":"","signature":"0x"}', "x".repeat(20_000)])(
  "what is no sign-in is refused by name: %#",
  async (body) => {
    const answer = await post(body);
    expect(["RequestInvalid", "TooLarge", "SignInRefused"]).toContain(await nameOf(answer));
  },
);

test("a page of another site cannot act with a cookie", async () => {
  const answer = await gateway.request("/session", {
    method: "DELETE",
    headers: { Origin: "https://elsewhere.example" },
  });
  expect(await nameOf(answer)).toBe("NotPermitted");
});
