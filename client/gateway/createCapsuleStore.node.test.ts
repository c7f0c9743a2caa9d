import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Hex, concat, sha256, toHex } from "viem";
import { uint32, uint64 } from "#core/sealing/integerBytes.ts";
import {
  type FakeAnswer,
  type FakeGateway,
  bytes,
  cutAfter,
  fakeGateway,
  inTurn,
  problem,
} from "#test/support/fakeGateway.ts";
import { createCapsuleStore } from "./createCapsuleStore.ts";

const subject = "0x00000000000000000000000000000000000000Aa";
const path = `/charts/${subject.toLowerCase()}/capsules`;
const end = new Uint8Array(12);

const capsuleOf = (position: number) => Uint8Array.of(position, 1, 2);
const frameOf = (position: number, payload = capsuleOf(position)) =>
  concat([uint64(position), uint32(payload.length), payload]);

let gateway: FakeGateway;
beforeEach(async () => void (gateway = await fakeGateway()));
afterEach(() => gateway.close());

const answersWith = (...answers: FakeAnswer[]) => void gateway.answers.set(`GET ${path}`, inTurn(...answers));
const paths = () => gateway.requests.map((request) => request.path);

async function list(keyIds?: Hex[]) {
  const capsules: number[] = [];
  const store = createCapsuleStore(gateway.client);
  try {
    for await (const capsule of store.list({ subject, ...(keyIds && { keyIds }) })) capsules.push(capsule[0]!);
  } catch (error) {
    return { capsules, refusal: (error as Error).name };
  }
  return { capsules };
}

describe("a list of capsules", () => {
  test("is read to its end", async () => {
    answersWith(bytes(concat([frameOf(1), frameOf(2), frameOf(9), end])));
    expect(await list()).toEqual({ capsules: [1, 2, 9] });
    expect(paths()).toEqual([path]);
  });

  test("is asked for in lots of 128 keys, by their first halves", async () => {
    answersWith(bytes(concat([frameOf(1), end])), bytes(concat([frameOf(2), end])));
    const keyIds = Array.from({ length: 130 }, (_, i) => toHex(i, { size: 32 }).replace(/^0x../, "0xab") as Hex);
    expect(await list(keyIds)).toEqual({ capsules: [1, 2] });
    const [first, second] = paths().map((it) => it.split("keys=")[1]!.split(","));
    expect([first!.length, second!.length]).toEqual([128, 2]);
    expect(first!.every((key) => key === `0xab${"0".repeat(30)}`)).toBe(true);
    gateway.requests.length = 0;
    expect(await list([])).toEqual({ capsules: [] });
    expect(paths()).toEqual([]);
  });

  test("goes on after the last capsule that has come when it is cut, in a frame or between two", async () => {
    answersWith(
      cutAfter(concat([frameOf(1), frameOf(2)])),
      bytes(concat([frameOf(3), frameOf(4).subarray(0, 13)])),
      bytes(concat([frameOf(4), end])),
    );
    expect(await list()).toEqual({ capsules: [1, 2, 3, 4] });
    expect(paths()).toEqual([path, `${path}?after=2`, `${path}?after=3`]);
  });

  test("that is cut again and again without anything new ends by name", async () => {
    answersWith(bytes(frameOf(1)), bytes(new Uint8Array(0)));
    expect(await list()).toEqual({ capsules: [1], refusal: "GatewayAnswerCut" });
    expect(gateway.requests).toHaveLength(5);
  });

  test("ends by name when a grant ends in the middle of it", async () => {
    answersWith(bytes(frameOf(1)), problem("NotGranted", 403));
    expect(await list()).toEqual({ capsules: [1], refusal: "NotGranted" });
  });

  test.each<[string, Uint8Array, number[]]>([
    ["comes twice", concat([frameOf(1), frameOf(1), end]), [1]],
    ["comes out of order", concat([frameOf(5), frameOf(4), end]), [5]],
    ["stands beyond all numbers", concat([new Uint8Array(8).fill(255), uint32(1), Uint8Array.of(1), end]), []],
    ["is too long", concat([uint64(1), uint32(131_073), new Uint8Array(200)]), []],
    ["follows the end", concat([end, frameOf(1)]), []],
  ])("is broken where a capsule %s", async (_, content, capsules) => {
    answersWith(bytes(content));
    expect(await list()).toEqual({ capsules, refusal: "GatewayAnswerBroken" });
    expect(gateway.requests).toHaveLength(1);
  });

  test("that is a page is none", async () => {
    answersWith(bytes(Buffer.from("<h1>"), "text/html"));
    expect(await list()).toEqual({ capsules: [], refusal: "GatewayAnswerBroken" });
  });

  test("that never ends is ended by who has heard enough", async () => {
    let isGone = false;
    answersWith((response) => {
      response.writeHead(200, { "Content-Type": "application/octet-stream" }).on("close", () => (isGone = true));
      const send = (position: number): void => {
        if (response.destroyed) return;
        response.write(frameOf(position), () => setImmediate(send, position + 1));
      };
      send(1);
    });
    let left = 100;
    for await (const _ of createCapsuleStore(gateway.client).list({ subject })) if (left-- === 0) break;
    await expect.poll(() => isGone).toBe(true);
  });
});

describe("one capsule", () => {
  const capsule = capsuleOf(7);
  const capsuleHash = sha256(capsule);
  const one = `${path}/${capsuleHash}`;

  test("is put under its hash and got again", async () => {
    gateway.answers.set(`PUT ${one}`, (response) => response.writeHead(201).end());
    await createCapsuleStore(gateway.client).put({ subject, capsule });
    expect(new Uint8Array(gateway.requests[0]!.body)).toEqual(capsule);
    gateway.answers.set(`GET ${one}`, bytes(capsule));
    expect(await createCapsuleStore(gateway.client).get({ subject, capsuleHash })).toEqual(capsule);
  });

  test.each([
    ["NotFound", 404],
    ["Erased", 410],
  ])("is not there when the gateway says %s", async (name, status) => {
    gateway.answers.set(`GET ${one}`, problem(name, status));
    expect(await createCapsuleStore(gateway.client).get({ subject, capsuleHash })).toBeUndefined();
  });

  test("is not called absent when anything else is in the way", async () => {
    gateway.answers.set(`GET ${one}`, (response) => response.writeHead(404).end("not found"));
    const getting = createCapsuleStore(gateway.client).get({ subject, capsuleHash });
    await expect(getting).rejects.toMatchObject({ name: "GatewayAnswerBroken" });
    gateway.answers.set(`GET ${one}`, bytes(new Uint8Array(131_073)));
    const long = createCapsuleStore(gateway.client).get({ subject, capsuleHash });
    await expect(long).rejects.toMatchObject({ name: "GatewayAnswerBroken" });
  });

  test("is deleted, or one is told that it was not", async () => {
    const store = createCapsuleStore(gateway.client);
    gateway.answers.set(`DELETE ${one}`, (response) => response.writeHead(204).end());
    await store.delete({ subject, capsuleHash });
    gateway.answers.set(`DELETE ${one}`, problem("NotPermitted", 403));
    await expect(store.delete({ subject, capsuleHash })).rejects.toMatchObject({ name: "NotPermitted" });
  });
});
