import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type FakeGateway, fakeGateway, inTurn, json, problem } from "#test/support/fakeGateway.ts";
import { createBlobStore } from "./createBlobStore.ts";

let gateway: FakeGateway;
beforeEach(async () => void (gateway = await fakeGateway()));
afterEach(() => gateway.close());

const cid = "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku";
const store = () => createBlobStore({ gateway: gateway.client, ipfsUrl: async () => "http://localhost" });
const streamOf = (size: number) => new Blob([new Uint8Array(size).fill(7)]).stream();

describe("a body", () => {
  test("is sent, a small one again when the connection is cut, and its CID comes back", async () => {
    gateway.answers.set(
      "PUT /blobs",
      inTurn((response) => response.destroy(), json({ cid, bytes: 5 }, 201)),
    );
    expect(await store().put(streamOf(5), 5)).toBe(cid);
    expect(gateway.requests.map(({ body }) => body.length)).toEqual([5, 5]);
  });

  test("that is large is streamed once, after a sign-in that holds", async () => {
    const size = 2 ** 22 + 1;
    gateway.answers.set("GET /session", inTurn(problem("SignInNeeded", 401), json({})));
    gateway.answers.set("PUT /blobs", json({ cid, bytes: size }, 201));
    expect(await store().put(streamOf(size), size)).toBe(cid);
    const upload = gateway.requests.at(-1)!;
    expect([upload.body.length, upload.headers["transfer-encoding"], gateway.signIns]).toEqual([size, "chunked", 2]);
    gateway.answers.set("PUT /blobs", (response) => response.destroy());
    await expect(store().put(streamOf(size), size)).rejects.toMatchObject({ name: "GatewayUnreachable" });
  });

  test.each([10, 2 ** 23])("whose source breaks off, of %i bytes, ends with the source's own reason", async (size) => {
    gateway.answers.set("GET /session", json({}));
    gateway.answers.set("PUT /blobs", json({ cid, bytes: size }, 201));
    let left = 3;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        if (left-- > 0) controller.enqueue(new Uint8Array(5));
        else controller.error(new DOMException("Cancelled.", "AbortError"));
      },
    });
    await expect(store().put(body, size)).rejects.toMatchObject({ name: "AbortError" });
  });

  test("may take long, as long as bytes flow", async () => {
    gateway.answers.set("GET /session", json({}));
    gateway.answers.set("PUT /blobs", json({ cid, bytes: 1 }, 201));
    let left = 8;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await new Promise((resolve) => setTimeout(resolve, 100));
        if (left-- > 0) controller.enqueue(new Uint8Array(2048));
        else controller.close();
      },
    });
    expect(await store().put(body, 2 ** 23)).toBe(cid);
  });

  test("that is refused while it is on its way is not sent on", async () => {
    gateway.answers.set("GET /session", json({}));
    gateway.refusesUploads = true;
    let [sent, isCancelled] = [0, false];
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new Uint8Array((sent += 65_536) && 65_536)),
      cancel: () => void (isCancelled = true),
    });
    await expect(store().put(body, 2 ** 30)).rejects.toThrow(/./);
    await expect.poll(() => isCancelled).toBe(true);
    expect(sent).toBeLessThan(2 ** 26);
  });

  test("whose CID is none is broken", async () => {
    gateway.answers.set("PUT /blobs", json({ cid: "../../x", bytes: 5 }, 201));
    await expect(store().put(streamOf(5), 5)).rejects.toMatchObject({ name: "GatewayAnswerBroken" });
  });
});
