import fc from "fast-check";
import { CID } from "multiformats/cid";
import { concat } from "viem";
import { describe, expect, it, test } from "vitest";
import { bytesOf } from "#core/sealing/body/bytesOf.ts";
import { cidHasher } from "#core/sealing/body/cidHasher.ts";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { type Lie, memoryGateway, sectionsOf } from "#test/support/ipfs/memoryGateway.ts";
import { type StoredFile, storedFile } from "#test/support/ipfs/storedFile.ts";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { carHeader } from "../dag/carPieces.ts";
import { IpfsError } from "../IpfsError.ts";
import { getBody } from "./getBody.ts";

const gatewayUrl = "http://gateway.example";
const patience = { silence: 100, retryAfter: [0, 0] };
/** Three floors: 30 leaves in nodes of four. */
const content = countedBytes(3000);
const tall = { chunkSize: 100, width: 4 };
const rawType = "application/vnd.ipld.raw";

async function read(file: StoredFile, lie?: Lie) {
  const { fetch, asked } = memoryGateway(file, lie);
  const body = await getBody({ gatewayUrl, cid: String(file.cid), fetch, patience });
  return { bytes: body && (await bytesOf(body)), asked };
}

/** The name of what went wrong; a fault of our own is none. */
async function failure(file: StoredFile, lie: Lie): Promise<string> {
  const error = await read(file, lie).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(IpfsError);
  return (error as IpfsError).name;
}

/** Whatever was sent: every byte right, or an error with a name. */
async function expectRightOrNamed(file: StoredFile, expected: Uint8Array, lie: Lie): Promise<void> {
  try {
    const { bytes } = await read(file, lie);
    if (bytes !== undefined) expect(bytes).toEqual(expected);
  } catch (error) {
    if (!(error instanceof IpfsError)) throw error;
  }
}

/** Ways to spoil the order of a CAR's blocks. */
const without = (sections: Uint8Array[], at: number) => sections.toSpliced(at, 1);
const swapped = (sections: Uint8Array[], at: number) =>
  sections.toSpliced(at, 2, ...sections.slice(at, at + 2).toReversed());
const doubled = (sections: Uint8Array[], at: number) => sections.toSpliced(at, 0, sections[at]!);

function endless(first: Uint8Array, then: Uint8Array) {
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(sent++ === 0 ? first : then),
    cancel: () => void (isCancelled = true),
  });
  let isCancelled = false;
  return { body, sent: () => sent * then.length, isCancelled: () => isCancelled };
}

const silentAfter = (bytes: Uint8Array) =>
  new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(bytes) });

/** Chunk by chunk, with a little wait before each. */
function slowly(bytes: Uint8Array): ReadableStream<Uint8Array> {
  const left = bytes.values();
  return new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      const { done, value } = left.next();
      if (done) controller.close();
      else controller.enqueue(Uint8Array.of(value));
    },
  });
}

describe("a body", () => {
  test.each([0, 1, 100, 101, 400, 401, 3000])("of %i bytes arrives whole, in one question", async (size) => {
    const file = await storedFile(countedBytes(size), tall);
    const { bytes, asked } = await read(file);
    expect(bytes).toEqual(countedBytes(size));
    expect(asked).toEqual([`${size > 100 ? "car" : "raw"} ${file.cid}`]);
  });

  test("of several MiB has the CID that sealing gives it, and arrives whole", async () => {
    const bytes = countedBytes(3 * 2 ** 20 + 5);
    const file = await storedFile(bytes);
    const hasher = cidHasher();
    await hasher.update(bytes);
    expect(String(file.cid)).toBe(await hasher.digest());
    expect((await read(file)).bytes).toEqual(bytes);
  });

  test("in the older form, whose leaves are not raw, arrives whole as well", async () => {
    for (const size of [0, 1, 100, 101, 3000]) {
      expect((await read(await storedFile(countedBytes(size), { ...tall, rawLeaves: false }))).bytes).toEqual(
        countedBytes(size),
      );
    }
  });

  test("with the same block many times arrives whole", async () => {
    const zeros = new Uint8Array(3000);
    expect((await read(await storedFile(zeros, tall))).bytes).toEqual(zeros);
  });

  test.each([404, 410])("that the gateway has not (%i) is undefined, however many blocks it has", async (status) => {
    for (const size of [10, 3000]) {
      const file = await storedFile(countedBytes(size), tall);
      expect((await read(file, ({ usual }) => ({ ...usual, status }))).bytes).toBeUndefined();
    }
  });

  test("is asked for under the gateway's address, with or without a slash at its end", async () => {
    const file = await storedFile(countedBytes(10));
    const { fetch, asked } = memoryGateway(file);
    await bytesOf((await getBody({ gatewayUrl: `${gatewayUrl}/`, cid: String(file.cid), fetch }))!);
    expect(asked).toEqual([`raw ${file.cid}`]);
  });
});

describe("a CID", () => {
  test.each([
    ["no CID at all", "hello"],
    ["without end", `b${"a".repeat(100_000)}`],
    ["of the identity kind, which proves nothing", "bafkqabtimvwgy3yk"],
    [
      "of another hash",
      "bafkrgqhhyivzstcz3hhswshfjgy6ertgmnqeleynhwt4dlfsthi4hn7zgh4uvlsb5xncykzapi3ocd4lzogukir6ksdy6wzrnz6ohnv4aglcs",
    ],
    ["of another codec", "bafyreigdmqpykrgxyaxtlafqpqhzrb7qy2rh75nldvfd4tucqmqqme5yje".replace("bafyrei", "baguqee")],
    ["of DAG-CBOR", "bafyreigdmqpykrgxyaxtlafqpqhzrb7qy2rh75nldvfd4tucqmqqme5yje"],
  ])("%s is refused before anybody is asked", async (_, cid) => {
    const { fetch, asked } = memoryGateway(await storedFile(content));
    await expect(getBody({ gatewayUrl, cid, fetch })).rejects.toMatchObject({ name: "NotAFile" });
    expect(asked).toEqual([]);
  });
});

describe("wrong bytes", () => {
  test("in a single block are named so, and not asked for again", async () => {
    const file = await storedFile(countedBytes(50));
    const { fetch, asked } = memoryGateway(file, () => ({ body: countedBytes(50, 1) }));
    await expect(getBody({ gatewayUrl, cid: String(file.cid), fetch })).rejects.toMatchObject({
      name: "BlockNotItsCid",
    });
    expect(asked).toHaveLength(1);
  });

  test("in a block of many are named so, and none of that block is passed on", async () => {
    const file = await storedFile(content, tall);
    const whole = concat([carHeader(file.cid), ...sectionsOf(file)]);
    const flipped = whole.slice();
    flipped[whole.length - 1]! ^= 1;
    const { fetch } = memoryGateway(file, () => ({ body: flipped }));
    const passed: Uint8Array[] = [];
    const reading = async () => {
      for await (const chunk of (await getBody({ gatewayUrl, cid: String(file.cid), fetch, patience }))!)
        passed.push(chunk);
    };
    await expect(reading()).rejects.toMatchObject({ name: "BlockNotItsCid" });
    expect(concat(passed)).toEqual(content.subarray(0, 2900));
  });

  it("never arrive, whichever byte of whichever answer is another", async () => {
    const file = await storedFile(content, tall);
    await fc.assert(
      fc.asyncProperty(fc.nat(5000), fc.integer({ min: 1, max: 255 }), fc.boolean(), async (at, change, isEach) => {
        await expectRightOrNamed(file, content, ({ usual, nth }) => {
          const body = (usual.body as Uint8Array).slice();
          if (isEach || nth === 1) body[at % body.length]! ^= change;
          return { ...usual, body };
        });
      }),
      { numRuns: fuzzRuns(300) },
    );
  });

  it("never arrive, whatever is sent instead", async () => {
    const file = await storedFile(content, tall);
    const header = carHeader(file.cid);
    const noise = fc.array(fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.constantFrom(header, ...sectionsOf(file))));
    await fc.assert(
      fc.asyncProperty(noise, fc.boolean(), async (pieces, beginsWell) => {
        const body = concat(beginsWell ? [header, ...pieces] : pieces);
        await expectRightOrNamed(file, content, ({ format, usual }) => (format === "car" ? { body } : usual));
      }),
      { numRuns: fuzzRuns(200) },
    );
  });
});

describe("a CAR whose blocks are not in order", () => {
  it.each([
    ["lacks one", without],
    ["has two in the wrong order", swapped],
    ["has one twice", doubled],
    ["ends early", (sections: Uint8Array[], at: number) => sections.slice(0, at)],
  ])("and %s is left, and the rest asked for block by block", async (_, spoil) => {
    const file = await storedFile(content, tall);
    for (let at = 0; at < file.order.length - 1; at += 7) {
      const body = concat([carHeader(file.cid), ...spoil(sectionsOf(file), at)]);
      const { bytes, asked } = await read(file, ({ format, usual }) => (format === "car" ? { body } : usual));
      expect(bytes).toEqual(content);
      const rest = file.order.slice(at + (spoil === doubled ? 1 : 0));
      expect(asked.slice(1)).toEqual(rest.map((cid) => `raw ${cid}`));
    }
  });

  it("but those of another file is of no use", async () => {
    const [file, other] = [await storedFile(content, tall), await storedFile(countedBytes(3000, 1), tall)];
    const body = concat([carHeader(file.cid), ...sectionsOf(other)]);
    expect((await read(file, ({ format, usual }) => (format === "car" ? { body } : usual))).bytes).toEqual(content);
    const all = concat([carHeader(other.cid), ...sectionsOf(other)]);
    expect(
      await failure(file, ({ format }) => ({ body: format === "car" ? all : other.blocks.get(String(other.cid))! })),
    ).toBe("BlockNotItsCid");
  });

  it("and lacks one that is nowhere ends in an error, though the beginning was there", async () => {
    const file = await storedFile(content, tall);
    const last = String(file.order.at(-1));
    const body = concat([carHeader(file.cid), ...sectionsOf(file).slice(0, -1)]);
    const lie: Lie = ({ format, cid, usual }) =>
      format === "car" ? { body } : cid === last ? { ...usual, status: 404 } : usual;
    expect(await failure(file, lie)).toBe("IpfsAnswerBroken");
  });
});

describe("an answer that is none", () => {
  it.each([
    ["a page instead", { type: "text/html" }, "IpfsAnswerBroken"],
    ["a redirect", { status: 302 }, "IpfsAnswerBroken"],
    ["a refusal", { status: 403 }, "IpfsAnswerBroken"],
    ["a part", { status: 206 }, "IpfsAnswerBroken"],
    ["a gateway that is overworked", { status: 429 }, "IpfsUnreachable"],
    ["a gateway whose storage is away", { status: 502 }, "IpfsUnreachable"],
  ])("is named: %s", async (_, wrong, name) => {
    for (const size of [50, 3000]) {
      expect(await failure(await storedFile(countedBytes(size), tall), ({ usual }) => ({ ...usual, ...wrong }))).toBe(
        name,
      );
    }
  });

  it("and a gateway that is away is named too", async () => {
    expect(await failure(await storedFile(content), () => Promise.reject(new TypeError("fetch failed")))).toBe(
      "IpfsUnreachable",
    );
  });

  it("is asked for again a few times, and serves when it comes after all", async () => {
    for (const size of [50, 3000]) {
      const file = await storedFile(countedBytes(size), tall);
      const { bytes, asked } = await read(file, ({ usual, nth }) => (nth < 3 ? { ...usual, status: 503 } : usual));
      expect(bytes).toEqual(countedBytes(size));
      expect(asked).toHaveLength(3);
    }
  });

  it("in the place of a CAR does not matter where blocks are given", async () => {
    const file = await storedFile(content, tall);
    const { bytes } = await read(file, ({ format, usual }) => (format === "car" ? { body: new Uint8Array() } : usual));
    expect(bytes).toEqual(content);
  });
});

describe("a gateway that sends without end", () => {
  it("in the place of a block is left after 2 MiB", async () => {
    const file = await storedFile(countedBytes(50));
    const streams: ReturnType<typeof endless>[] = [];
    const lie: Lie = () => {
      streams.push(endless(new Uint8Array(), new Uint8Array(2 ** 16)));
      return { type: rawType, body: streams.at(-1)!.body };
    };
    expect(await failure(file, lie)).toBe("IpfsAnswerBroken");
    for (const stream of streams) {
      expect(stream.sent()).toBeLessThan(2.3 * 2 ** 20);
      expect(stream.isCancelled()).toBe(true);
    }
  });

  it.each([
    ["a number", new Uint8Array(0), Uint8Array.of(0xff)],
    ["a header", Uint8Array.of(0xff, 0xff, 0xff, 0x7f), new Uint8Array(2 ** 16)],
    ["a header a little too long", Uint8Array.of(0x81, 0x20), new Uint8Array(2 ** 16)],
  ])("%s in the place of a CAR is left at once", async (_, first, then) => {
    const file = await storedFile(content, tall);
    const stream = endless(first, then);
    const { bytes } = await read(file, ({ format, usual }) => (format === "car" ? { body: stream.body } : usual));
    expect(bytes).toEqual(content);
    expect(stream.sent()).toBeLessThan(2 ** 18);
    expect(stream.isCancelled()).toBe(true);
  });

  it.each([
    ["a block larger than any", Uint8Array.of(0xff, 0xff, 0xff, 0x7f)],
    ["the length of a block", Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff)],
  ])("%s within a CAR is left at once", async (_, length) => {
    const file = await storedFile(content, tall);
    const stream = endless(
      concat([carHeader(file.cid), ...sectionsOf(file).slice(0, 9), length]),
      new Uint8Array(2 ** 16),
    );
    const { bytes, asked } = await read(file, ({ format, usual }) =>
      format === "car" ? { body: stream.body } : usual,
    );
    expect(bytes).toEqual(content);
    expect(asked).toHaveLength(1 + file.order.length - 9);
    expect(stream.sent()).toBeLessThan(2 ** 18);
  });

  it("more after the last block is not read", async () => {
    const file = await storedFile(content, tall);
    const stream = endless(concat([carHeader(file.cid), ...sectionsOf(file)]), new Uint8Array(2 ** 16));
    const { bytes } = await read(file, () => ({ body: stream.body }));
    expect(bytes).toEqual(content);
    expect(stream.isCancelled()).toBe(true);
  });
});

describe("a gateway that falls silent", () => {
  it("within a CAR is asked for the rest block by block", async () => {
    const file = await storedFile(content, tall);
    const body = () => silentAfter(concat([carHeader(file.cid), ...sectionsOf(file).slice(0, 20)]).subarray(0, -5));
    const { bytes, asked } = await read(file, ({ format, usual }) => (format === "car" ? { body: body() } : usual));
    expect(bytes).toEqual(content);
    expect(asked.slice(1)).toEqual(file.order.slice(19).map((cid) => `raw ${cid}`));
  });

  it("within a block is named after a few times", async () => {
    const file = await storedFile(countedBytes(50));
    expect(await failure(file, () => ({ body: silentAfter(countedBytes(20)) }))).toBe("IpfsAnswerBroken");
  });

  it("is not one that is slow: bytes that come one by one arrive", async () => {
    const file = await storedFile(countedBytes(30));
    expect((await read(file, () => ({ body: slowly(countedBytes(30)) }))).bytes).toEqual(countedBytes(30));
  });
});

describe("whoever wants no more", () => {
  it("has the connection closed, before the first byte and after", async () => {
    for (const chunks of [0, 1, 5]) {
      let isCancelled = false;
      const file = await storedFile(content, tall);
      const body = new ReadableStream<Uint8Array>({
        start: (controller) => controller.enqueue(concat([carHeader(file.cid), ...sectionsOf(file)])),
        cancel: () => void (isCancelled = true),
      });
      const { fetch } = memoryGateway(file, () => ({ body }));
      const reader = (await getBody({ gatewayUrl, cid: String(file.cid), fetch, patience }))!.getReader();
      for (let n = 0; n < chunks; n++) await reader.read();
      await reader.cancel();
      expect(isCancelled).toBe(true);
    }
  });

  it("and says so by a signal hears of that and of nothing else, and nobody is asked again", async () => {
    const file = await storedFile(content, tall);
    const { fetch, asked } = memoryGateway(file, () => ({ body: new ReadableStream() }));
    const stop = new AbortController();
    const reading = getBody({ gatewayUrl, cid: String(file.cid), fetch, signal: stop.signal, patience });
    stop.abort(new Error("no longer"));
    await expect(reading.then((body) => bytesOf(body!))).rejects.toThrow("no longer");
    expect(asked.length).toBeLessThanOrEqual(1);
  });
});

test("a CID of version 0 is a file's too", async () => {
  const file = await storedFile(content, { ...tall, rawLeaves: false });
  const older = CID.createV0(file.cid.multihash as never);
  const renamed = {
    ...file,
    cid: older,
    blocks: new Map([...file.blocks, [String(older), file.blocks.get(String(file.cid))!]]),
  };
  expect((await read(renamed)).bytes).toEqual(content);
});
