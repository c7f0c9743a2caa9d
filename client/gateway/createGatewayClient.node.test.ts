import { setTimeout as pause } from "node:timers/promises";
import * as v from "valibot";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseSiweMessage } from "viem/siwe";
import {
  type FakeAnswer,
  type FakeGateway,
  bytes,
  cutAfter,
  fakeGateway,
  inTurn,
  json,
  problem,
} from "#test/support/fakeGateway.ts";
import { type Asking, createGatewayClient } from "./createGatewayClient.ts";
import { readJson } from "./readJson.ts";

let gateway: FakeGateway;
beforeEach(async () => void (gateway = await fakeGateway()));
afterEach(() => gateway.close());

const schema = v.object({ value: v.number() });
const ask = (more: Partial<Asking> = {}) =>
  gateway.client.ask({ path: "/x", accept: "application/json", ...more }, (it) => readJson(it, schema));
const answersWith = (...answers: FakeAnswer[]) => void gateway.answers.set("", inTurn(...answers));
const html: FakeAnswer = (response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<h1>Hello</h1>");

async function sentenceOf(name: string, title: string) {
  gateway.answers.set("", (response) => {
    response.writeHead(403, { "Content-Type": "application/problem+json" });
    response.end(JSON.stringify({ type: `urn:ownchart:error:${name}`, title, status: 403 }));
  });
  return ask().catch((error: Error) => [error.name, error.message]);
}

describe("a session", () => {
  test("is begun once for all who ask at the same time, and used from then on", async () => {
    answersWith(json({ value: 1 }));
    await Promise.all([ask(), ask(), ask()]);
    await ask();
    expect(gateway.signIns).toBe(1);
    expect(new Set(gateway.requests.map(({ headers }) => headers.authorization))).toEqual(
      new Set([`Bearer ${"1".padStart(64, "0")}`]),
    );
  });

  test("is not begun for what everybody may ask", async () => {
    answersWith(json({ value: 1 }));
    await ask({ isPublic: true });
    expect(gateway.signIns).toBe(0);
    expect(gateway.requests[0]!.headers.authorization).toBeUndefined();
  });

  test("names the gateway's host and the chain in what is signed", async () => {
    let message = "";
    gateway.answers.set("POST /session", (response, { body }) => {
      ({ message } = JSON.parse(String(body)) as { message: string });
      problem("SignInRefused", 401)(response);
    });
    await expect(ask()).rejects.toMatchObject({ name: "SignInRefused", status: 401 });
    const { host } = new URL(gateway.url);
    expect(parseSiweMessage(message)).toMatchObject({ domain: host, uri: gateway.url, chainId: 31_337 });
  });

  test("that has ended is begun anew, once", async () => {
    answersWith(problem("SignInNeeded", 401), json({ value: 1 }));
    expect(await ask()).toEqual({ value: 1 });
    expect(gateway.signIns).toBe(2);
    answersWith(problem("SignInNeeded", 401));
    await expect(ask()).rejects.toMatchObject({ name: "SignInNeeded" });
    expect(gateway.signIns).toBe(3);
  });

  test.each([
    ["a nonce with words in it", "GET /session/nonce", { nonce: "12345678\nResources:\n- everything" }],
    ["a nonce that is too short", "GET /session/nonce", { nonce: "1234567" }],
    ["a session of somebody else", "POST /session", { address: `0x${"1".repeat(40)}`, token: "0".repeat(64) }],
    ["a token that would be another header", "POST /session", { address: "own", token: "x\r\nX-Evil: 1234567890" }],
  ])("is refused with %s", async (_, route, answer) => {
    const own = {
      ...answer,
      ...("address" in answer && answer.address === "own" && { address: gateway.account.address }),
    };
    gateway.answers.set(route, json(own));
    await expect(ask()).rejects.toMatchObject({ name: "GatewayAnswerBroken" });
    expect(gateway.requests).toEqual([]);
  });

  test("is not there where the signer refuses to sign", async () => {
    const signer = { ...gateway.account, signMessage: () => Promise.reject(new Error("no")) };
    const client = createGatewayClient({ gatewayUrl: gateway.url, signer, chainId: 1 });
    await expect(client.ask({ path: "/x" }, async () => {})).rejects.toMatchObject({ name: "NotSigned" });
  });
});

describe("a request", () => {
  test.each<[string, FakeAnswer, number]>([
    ["a connection that is cut", (response) => response.destroy(), 3],
    ["an answer that breaks off", cutAfter(Buffer.from('{"val'), "application/json"), 3],
    ["a gateway that is away behind its proxy", (response) => response.writeHead(502).end("<html>"), 3],
    ["a gateway whose storage is away", problem("StorageUnreachable", 503), 3],
    ["a quota that is free again soon", problem("QuotaReached", 429, { "Retry-After": "0" }), 3],
    ["a quota that is free again tomorrow", problem("QuotaReached", 429, { "Retry-After": "86400" }), 1],
    ["a refusal", problem("NotGranted", 403), 1],
  ])("is made again, a few times, where that helps: %s", async (_, answer, times) => {
    answersWith(answer);
    await expect(ask()).rejects.toThrow();
    expect(gateway.requests).toHaveLength(times);
    gateway.requests.length = 0;
    answersWith(answer, json({ value: 1 }));
    const again = times > 1 ? expect(ask()).resolves.toEqual({ value: 1 }) : expect(ask()).rejects.toThrow();
    await again;
  });

  test("that may not be made twice is made once", async () => {
    answersWith((response) => response.destroy());
    await expect(ask({ method: "POST", isRepeatable: false })).rejects.toMatchObject({ name: "GatewayUnreachable" });
    expect(gateway.requests).toHaveLength(1);
  });

  test.each<[string, FakeAnswer]>([
    ["a page", html],
    ["no media type", (response) => response.writeHead(200).end('{"value":1}')],
    ["bytes", bytes(Buffer.from('{"value":1}'))],
    ["broken JSON", bytes(Buffer.from('{"value":'), "application/json")],
    ["JSON of another form", json({ value: "1" })],
    ["JSON that is no text", bytes(Uint8Array.of(0x22, 0xff, 0x22), "application/json")],
    ["endless JSON", bytes(Buffer.from(`{"value":1,"x":"${"x".repeat(70_000)}"}`), "application/json")],
    ["an error page", (response) => response.writeHead(404, { "Content-Type": "text/html" }).end("<h1>404</h1>")],
    ["a refusal of another form", bytes(Buffer.from("{}"), "application/problem+json")],
    ["a refusal without a name", (response) => problem("<script>", 403)(response)],
  ])("that is answered with %s is broken", async (_, answer) => {
    answersWith(answer);
    await expect(ask()).rejects.toMatchObject({ name: "GatewayAnswerBroken" });
    expect(gateway.requests).toHaveLength(1);
  });

  test("is not redirected, so that the token goes nowhere else", async () => {
    const other = await fakeGateway();
    answersWith((response) => response.writeHead(307, { Location: `${other.url}/x` }).end());
    await expect(ask()).rejects.toMatchObject({ name: "GatewayAnswerBroken" });
    expect(other.requests).toEqual([]);
    await other.close();
  });

  test.each<[string, FakeAnswer]>([
    ["never begins", () => {}],
    ["never ends", (response) => response.writeHead(200, { "Content-Type": "application/json" }).write('{"value"')],
    [
      "drips",
      async (response) => {
        response.writeHead(200, { "Content-Type": "application/json" });
        while (!response.destroyed) {
          response.write(" ");
          await pause(20);
        }
      },
    ],
  ])("whose answer %s ends in a named error before long", async (_, answer) => {
    answersWith(answer);
    const begun = performance.now();
    await expect(ask({ isRepeatable: false })).rejects.toMatchObject({ name: /^Gateway(Unreachable|AnswerCut)$/ });
    expect(performance.now() - begun).toBeLessThan(3000);
  });

  test("tells a person what the gateway says only where it is a short plain sentence", async () => {
    const unknown = "The gateway refused this for a reason unknown here.";
    expect(await sentenceOf("NotGranted", "Not shared.")).toEqual(["NotGranted", "Not shared."]);
    expect(await sentenceOf("Strange", "Not shared.")).toEqual(["UnknownRefusal", unknown]);
    expect(await sentenceOf("toString", "Not shared.")).toEqual(["UnknownRefusal", unknown]);
    for (const title of ["See https://evil.example", "See evil.example", "a\nb", "\u202Eabc", "x".repeat(201), "<b>"]) {
      expect(await sentenceOf("NotGranted", title)).toEqual(["NotGranted", unknown]);
    }
    expect(await sentenceOf("ConsentKeysetZero", "x")).toEqual([
      "ConsentKeysetZero",
      "A chart needs keys; unlock the vault and try again.",
    ]);
  });

  test("says nothing of where it went when nobody is there", async () => {
    await gateway.close();
    const error = await ask().catch((it: Error) => it);
    expect(error).toMatchObject({ name: "GatewayUnreachable" });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error)).split('"stack"')[0]).not.toContain("127.0.0.1");
    gateway = await fakeGateway();
  });
});
