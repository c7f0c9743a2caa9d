import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LocalChain, localChain } from "#test/support/localChain.ts";
import { type TestGateway, testGateway } from "#test/support/testGateway.ts";

let chain: LocalChain;
let plain: TestGateway;
let proxied: TestGateway;

const token = "0123456789abcdef0123456789abcdef";

beforeAll(async () => {
  chain = await localChain();
  plain = await testGateway(chain);
  const environment = { OWNCHART_METRICS_TOKEN: token, OWNCHART_BEHIND_PROXY: "yes" };
  proxied = await testGateway(chain, { environment });
});
afterAll(async () => {
  await plain.close();
  await proxied.close();
  await chain.close();
});

function ask(gateway: TestGateway, remoteAddress: string | undefined, headers: Record<string, string> = {}) {
  const socket = { remoteAddress, remotePort: 1, remoteFamily: "IPv4" };
  const environment = remoteAddress === undefined ? undefined : { incoming: { socket } };
  return gateway.app.request("/metrics", { headers }, environment);
}
const linesOf = async (gateway: TestGateway) => (await (await ask(gateway, "127.0.0.1")).text()).split("\n").length;
const bearer = (text: string) => ({ Authorization: `Bearer ${text}` });

describe("metrics are shown", () => {
  test.each(["127.0.0.1", "127.5.5.5", "::1", "::ffff:127.0.0.1"])("to this machine: %s", async (address) => {
    expect((await ask(plain, address)).status).toBe(200);
  });

  test("to whoever has the operator's token, from anywhere", async () => {
    expect((await ask(proxied, "192.0.2.1", bearer(token))).status).toBe(200);
    expect((await ask(proxied, "127.0.0.1", { ...bearer(token), "X-Forwarded-For": "192.0.2.1" })).status).toBe(200);
  });
});

describe("metrics are shown to nobody else", () => {
  test.each<[string, string | undefined, Record<string, string>]>([
    ["from elsewhere", "192.0.2.1", {}],
    ["from elsewhere that looks alike", "::ffff:192.0.2.1", {}],
    ["from nowhere", undefined, {}],
    ["through a proxy on this machine that nobody named", "127.0.0.1", { "X-Forwarded-For": "127.0.0.1" }],
    ["through another such proxy", "127.0.0.1", { Forwarded: "for=127.0.0.1" }],
    ["through a third", "::1", { Via: "1.1 proxy" }],
    ["with a token where none is set", "192.0.2.1", bearer("undefined")],
    ["with an empty token where none is set", "192.0.2.1", { Authorization: "" }],
  ])("%s", async (_, address, headers) => {
    const answer = await ask(plain, address, headers);
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("urn:ownchart:error:NotPermitted");
  });

  test.each<[string, Record<string, string>]>([
    ["without a token", {}],
    ["with another token", bearer(token.replace("0", "1"))],
    ["with a part of it", bearer(token.slice(0, -1))],
    ["with the bare token", { Authorization: token }],
  ])("behind a proxy, %s", async (_, headers) => {
    expect((await ask(proxied, "127.0.0.1", headers)).status).toBe(403);
  });
});

describe("what metrics tell", () => {
  test("is how often which route was asked, and how it ended, never for whom", async () => {
    const address = `0x${"ab".repeat(20)}`;
    await plain.request(`/credentials/${address}?kind=0`);
    await plain.request(`/nothing/${address}`);
    const text = await (await ask(plain, "127.0.0.1")).text();
    expect(text).toContain(
      'ownchart_request_seconds_count{method="GET",route="/credentials/:address",status="4xx"} 1\n',
    );
    expect(text).not.toContain(address);
    expect(text).not.toContain("nothing");
  });

  test("is how the process, the database and the relay are", async () => {
    const text = await (await ask(plain, "127.0.0.1")).text();
    for (const line of [
      /^ownchart_memory_bytes\{kind="resident"\} \d{7,}$/m,
      /^ownchart_event_loop_lag_seconds\{quantile="0.99"\} [\d.e-]+$/m,
      /^ownchart_database_connections\{state="open"\} \d+$/m,
      /^ownchart_open_streams 0$/m,
      /^ownchart_relay_transactions\{state="queued"\} 0$/m,
      /^ownchart_relay_oldest_seconds 0$/m,
      /^ownchart_relay_balance_ether 1000$/m,
    ]) {
      expect(text).toMatch(line);
    }
  });

  test("cannot be made longer by a stranger", async () => {
    for (const method of ["GET", "BREW", "WHEN"]) await plain.request("/x", { method });
    const before = await linesOf(plain);
    for (let index = 0; index < 50; index++) await plain.request(`/x${index}`, { method: `M${index}` });
    expect(await linesOf(plain)).toBe(before);
  });
});
