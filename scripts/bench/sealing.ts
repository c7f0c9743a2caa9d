import { type Address, sha256 } from "viem";
import { listRecords } from "#core/chart/listRecords.ts";
import type { Entry } from "#core/records/entry.ts";
import { openBody } from "#core/sealing/body/openBody.ts";
import { openStream } from "#core/sealing/body/openStream.ts";
import { sealBody } from "#core/sealing/body/sealBody.ts";
import { sealStream } from "#core/sealing/body/sealStream.ts";
import { chunksOf } from "#core/sealing/body/chunksOf.ts";
import { openCapsule } from "#core/sealing/capsule/openCapsule.ts";
import { sealCapsule } from "#core/sealing/capsule/sealCapsule.ts";
import { keyPairOf } from "#core/sealing/keyPairOf.ts";
import { keyringOf } from "#core/sealing/keyring.ts";
import { sodium } from "#core/sealing/sodium.ts";
import { memoryServices } from "../../test/support/memoryServices.ts";
import { bestTimes } from "../measure/bestTimes.ts";
import type { Measure, Platform } from "../measure/Measure.ts";

const KiB = 1024;
const MiB = 1024 * KiB;
const place = {
  chainId: 31_337,
  recordRegistry: `0x${"4e".repeat(20)}` as Address,
  subject: `0x${"22".repeat(20)}` as Address,
  author: `0x${"33".repeat(20)}` as Address,
};
const dek = new Uint8Array(32).fill(7);

/** Sealing and opening beside libsodium's bare stream over the same bytes, and once more with the CID on both sides. */
export async function* measures(platform: Platform): AsyncGenerator<Measure> {
  // First, before the others have made the process large.
  if (platform.memory) {
    yield {
      name: "stream.100MiB.memory",
      value: (await memoryOfStream(100 * MiB, platform.memory)) / MiB,
      unit: "MiB",
    };
  }
  for (const [name, size, times] of sizes) {
    const content = new Uint8Array(size).fill(7);
    const [value, peer, withCid, peerWithCid] = await bestTimes(times, [
      () => ours(content),
      () => bareStream(content),
      () => oursWithCid(content),
      () => bareStreamWithCid(content),
    ]);
    yield { name: `sealopen.${name}`, value: value!, unit: "ms", peer: peer! };
    yield { name: `sealopen.${name}.cid`, value: withCid!, unit: "ms", peer: peerWithCid! };
  }
  yield* capsuleMeasures();
}

const sizes = [
  ["1KiB", KiB, 200],
  ["1MiB", MiB, 10],
  ["100MiB", 100 * MiB, 1],
] as const;

async function ours(content: Uint8Array): Promise<void> {
  const { length } = content;
  const sealed = await Array.fromAsync(sealStream({ content: asyncChunks([content]), length, dek, place }));
  requireSame(await lengthOf(openStream({ body: asyncChunks(sealed), dek, place })), content);
}

async function oursWithCid(content: Uint8Array): Promise<void> {
  const sealed = sealBody({ content: streamOfChunks([content]), length: content.length, dek, place });
  const chunks = await Array.fromAsync(chunksOf(sealed.body.getReader()));
  const opened = openBody({ body: streamOfChunks(chunks), cid: await sealed.cid, dek, place });
  requireSame(await lengthOf(chunksOf(opened.getReader())), content);
}

function bareStream(content: Uint8Array): void {
  const { state, header } = sodium.crypto_secretstream_xchacha20poly1305_init_push(dek);
  const chunks = [];
  for (let at = 0; at < content.length; at += 64 * KiB) {
    const tag = at + 64 * KiB >= content.length ? 3 : 0;
    const chunk = content.subarray(at, at + 64 * KiB);
    chunks.push(sodium.crypto_secretstream_xchacha20poly1305_push(state, chunk, null, tag));
  }
  const opening = sodium.crypto_secretstream_xchacha20poly1305_init_pull(header, dek);
  for (const chunk of chunks) sodium.crypto_secretstream_xchacha20poly1305_pull(opening, chunk, null);
  for (const address of [state, opening]) free(address);
}

async function bareStreamWithCid(content: Uint8Array): Promise<void> {
  bareStream(content);
  for (const _ of ["sealing", "opening"]) await crypto.subtle.digest("SHA-256", content as Uint8Array<ArrayBuffer>);
}

async function lengthOf(chunks: AsyncIterable<Uint8Array>): Promise<number> {
  let length = 0;
  for await (const chunk of chunks) length += chunk.length;
  return length;
}

function requireSame(length: number, content: Uint8Array): void {
  if (length !== content.length) throw new Error("What was opened is not what was sealed.");
}

async function* asyncChunks(chunks: readonly Uint8Array[]): AsyncGenerator<Uint8Array, void> {
  yield* chunks;
}

const { _free: free } = (sodium as unknown as { libsodium: { _free(address: unknown): void } }).libsodium;

/** How much more memory is in use at most, while a content that is nowhere as a whole flows through both sides. */
async function memoryOfStream(size: number, memory: () => number): Promise<number> {
  const chunk = new Uint8Array(64 * KiB).fill(7);
  const stream = (length: number) => streamOfChunks(Array.from({ length: length / chunk.length }, () => chunk));
  const flow = async (length: number, watch: () => void) => {
    const first = sealBody({ content: stream(length), length, dek, place, random: sameEachTime });
    await drained(first.body, watch);
    const cid = await first.cid;
    const body = sealBody({ content: stream(length), length, dek, place, random: sameEachTime }).body;
    await drained(openBody({ body, cid, dek, place }), watch);
  };
  await flow(MiB, () => {});
  const before = memory();
  let most = before;
  await flow(size, () => void (most = Math.max(most, memory())));
  return most - before;
}

/** So that both times the same body comes. */
function sameEachTime(size: number): Uint8Array {
  return new Uint8Array(size);
}

async function drained(stream: ReadableStream<Uint8Array>, watch: () => void): Promise<void> {
  for await (const _ of chunksOf(stream.getReader())) watch();
}

async function* capsuleMeasures(): AsyncGenerator<Measure> {
  const seed = new Uint8Array(32).fill(9);
  const { publicKey, secretKey } = keyPairOf(seed, 2);
  const keyring = keyringOf([{ category: 2, epoch: 3, suite: 2, seed }]);
  const entry: Entry = {
    cid: "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku",
    mediaType: "application/fhir+json",
    title: "Laboratory report",
    category: 2,
    epoch: 3,
    issued: "2026-11-21T09:30:00Z",
    resources: ["DiagnosticReport", "Observation"],
  };
  const seal = () => sealCapsule({ entry, dek, suite: 2, publicKey, place });
  const capsule = seal();
  const capsuleHash = sha256(capsule);
  const { ciphertext } = sodium.crypto_kem_xwing_enc(publicKey);
  const open = () => openCapsule({ capsule, capsuleHash, place, keyring });
  const decapsulate = () => sodium.crypto_kem_xwing_dec(ciphertext, secretKey);

  const [opened, decapsulated, sealed] = await bestTimes(500, [open, decapsulate, seal]);
  yield { name: "capsule.open", value: 1000 / opened!, unit: "1/s", peer: 1000 / decapsulated! };
  yield { name: "capsule.seal", value: 1000 / sealed!, unit: "1/s" };
  yield { name: "list.1000", value: await timeOfList(1000, seal), unit: "ms" };
}

/** A timeline of so many records, as a grantee draws it. */
async function timeOfList(length: number, seal: () => Uint8Array): Promise<number> {
  const { subject, author } = place;
  const services = memoryServices();
  const capsules = Array.from({ length }, seal);
  const capsuleHashes = capsules.map((capsule) => sha256(capsule));
  for (const capsule of capsules) await services.capsules.put({ subject, capsule });
  services.chain.recordsOf = async () =>
    capsuleHashes.map((capsuleHash) => ({ capsuleHash, author, publishedAt: 0, status: "current" }));
  const holder = { address: subject, roots: [{ firstEpoch: 0, root: dek }] as const, services };
  const keyring = keyringOf([{ category: 2, epoch: 3, suite: 2, seed: new Uint8Array(32).fill(9) }]);
  const access = { subject, epoch: 3, keyset: new Uint8Array(), keyring, writingKey: () => undefined };
  const [best] = await bestTimes(1, [() => listRecords({ holder, access })]);
  const { records } = await listRecords({ holder, access });
  if (records.length !== length) throw new Error(`Only ${records.length} of ${length} records were listed.`);
  return best!;
}

function streamOfChunks(chunks: readonly Uint8Array[]): ReadableStream<Uint8Array> {
  const left = chunks.values();
  return new ReadableStream(
    {
      pull(controller) {
        const { done, value } = left.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
    },
    { highWaterMark: 0 },
  );
}
