import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { concat } from "viem";
import { uint32, uint64 } from "#core/sealing/integerBytes.ts";
import { type FakeGateway, bytes, cutAfter, fakeGateway, inTurn, json, problem } from "#test/support/fakeGateway.ts";
import { createGrantStore } from "./createGrantStore.ts";

let gateway: FakeGateway;
beforeEach(async () => void (gateway = await fakeGateway()));
afterEach(() => gateway.close());

const subject = `0x${"a".repeat(40)}` as const;
const grantee = `0x${"b".repeat(40)}` as const;

const path = `/grants/${subject}/${grantee}`;
const frame = (version: number, epoch: number) =>
  concat([uint64(version), uint32(epoch), uint32(1), Uint8Array.of(version)]);
const end = new Uint8Array(16);
const list = () => createGrantStore(gateway.client).list({ subject, grantee });

describe("grants", () => {
  test("are put for an epoch, and listed newest epoch first, of one epoch the newest first", async () => {
    gateway.answers.set(`PUT ${path}`, json({ version: 3 }, 201));
    await createGrantStore(gateway.client).put({ subject, grantee, epoch: 2, grant: Uint8Array.of(1, 2) });
    expect(gateway.requests[0]).toMatchObject({ path: `${path}?epoch=2`, body: Buffer.from([1, 2]) });
    gateway.answers.set(`GET ${path}`, bytes(concat([frame(1, 0), frame(3, 1), frame(2, 1), end])));
    expect((await list()).map(({ epoch, grant }) => [epoch, grant[0]])).toEqual([
      [1, 3],
      [1, 2],
      [0, 1],
    ]);
  });

  test("that break off are asked for again, as a whole", async () => {
    gateway.answers.set(`GET ${path}`, inTurn(cutAfter(frame(1, 0)), bytes(concat([frame(1, 0), end]))));
    expect(await list()).toHaveLength(1);
  });

  test("are none where there are none, and refused where they are more or longer than can be", async () => {
    expect(await list()).toEqual([]);
    gateway.answers.set(`GET ${path}`, bytes(concat([...Array.from({ length: 9 }, (_, i) => frame(i, 0)), end])));
    await expect(list()).rejects.toMatchObject({ name: "GatewayAnswerBroken" });
    gateway.answers.set(`GET ${path}`, bytes(concat([uint64(1), uint32(0), uint32(2 ** 21)])));
    await expect(list()).rejects.toMatchObject({ name: "GatewayAnswerBroken" });
    gateway.answers.set(`GET ${path}`, problem("NotGranted", 403));
    await expect(list()).rejects.toMatchObject({ name: "NotGranted" });
  });
});
