import { type Address, type Hex, isAddressEqual, sha256 } from "viem";
import { ChainError } from "#core/chain/ChainError.ts";
import type { ContractError } from "#core/chain/errorSentences.ts";
import { ChartError } from "#core/chart/ChartError.ts";
import type {
  BlobStore,
  CapsuleStore,
  ChainGrant,
  ChainRecord,
  ChartChain,
  ChartServices,
  GrantStore,
  PublishedKey,
  StoredGrant,
} from "#core/chart/ChartServices.ts";
import { bytesOf } from "#core/sealing/body/bytesOf.ts";
import { cidHasher } from "#core/sealing/body/cidHasher.ts";
import { parseCapsule } from "#core/sealing/capsule/parseCapsule.ts";
import { streamOf } from "#core/sealing/body/streamOf.ts";

/** Services in memory that keep to the contracts' rules, and that a test can make lie, lose, repeat and reorder. */
export type MemoryServices = ChartServices & {
  chain: MemoryChain;
  capsules: MemoryCapsules;
  grants: MemoryGrants;
  blobs: MemoryBlobs;
};

export function memoryServices(): MemoryServices {
  return {
    chain: new MemoryChain(),
    capsules: new MemoryCapsules(),
    grants: new MemoryGrants(),
    blobs: new MemoryBlobs(),
  };
}

type Chart = { epoch: number; epochStart: number; keysetHashes: Map<number, Hex>; grants: Map<string, ChainGrant> };

/** One block a second. */
export class MemoryChain implements ChartChain {
  readonly chainId = 31_337;
  readonly consentRegistry: Address = "0xc0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0c0";
  readonly recordRegistry: Address = "0x4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e4e";
  now = 1_800_000_000;
  /** What happens right before the next change is included: another device, a relay that waits. */
  meanwhile: (() => Promise<void>) | undefined;
  /** Who may add to others' charts when these let them. */
  readonly clinicians = new Set<string>();
  readonly #charts = new Map<string, Chart>();
  readonly #records = new Map<string, Map<Hex, ChainRecord>>();
  readonly #keys = new Map<string, PublishedKey>();

  async chartOf(subject: Address) {
    const chart = this.#charts.get(id(subject));
    return chart && { ...chart, keysetHashes: new Map(chart.keysetHashes) };
  }

  async grantsOf(subject: Address) {
    const grants = [...(this.#charts.get(id(subject))?.grants.values() ?? [])];
    return grants.filter(({ validFrom, validUntil }) => validFrom <= this.now && this.now < validUntil);
  }

  async recordsOf(subject: Address) {
    return [...(this.#records.get(id(subject))?.values() ?? [])];
  }

  async publishedKey(owner: Address) {
    return this.#keys.get(id(owner));
  }

  async publishKey({ owner, suite, publicKey }: PublishedKey & { owner: Address }) {
    await this.#nextBlock();
    this.#keys.set(id(owner), { suite, publicKey });
  }

  async openChart({ subject, keysetHash }: { subject: Address; keysetHash: Hex }) {
    await this.#nextBlock();
    if (this.#charts.has(id(subject))) throw new ChartError("ChartAlreadyOpen");
    const chart = { epoch: 0, epochStart: this.now, keysetHashes: new Map([[0, keysetHash]]), grants: new Map() };
    this.#charts.set(id(subject), chart);
  }

  async grant(signed: Parameters<ChartChain["grant"]>[0]) {
    await this.#nextBlock();
    const { subject, epoch, nextKeysetHash, ...grant } = signed;
    const chart = this.#chart(subject);
    if (nextKeysetHash !== undefined && !this.#start(chart, epoch, nextKeysetHash)) throw new ChartError("EpochPassed");
    chart.grants.set(id(grant.grantee), grant);
  }

  async revoke({ subject, grantee, epoch, nextKeysetHash }: Parameters<ChartChain["revoke"]>[0]) {
    await this.#nextBlock();
    const chart = this.#chart(subject);
    chart.grants.delete(id(grantee));
    return { isRotated: this.#start(chart, epoch, nextKeysetHash) };
  }

  async revokeAll({ subject, epoch, nextKeysetHash }: Parameters<ChartChain["revokeAll"]>[0]) {
    await this.#nextBlock();
    const chart = this.#chart(subject);
    chart.grants.clear();
    return { isRotated: this.#start(chart, epoch, nextKeysetHash) };
  }

  async rotate({ subject, epoch, nextKeysetHash }: Parameters<ChartChain["rotate"]>[0]) {
    await this.#nextBlock();
    if (!this.#start(this.#chart(subject), epoch, nextKeysetHash)) throw new ChartError("EpochPassed");
  }

  async publish({ author, subject, epoch, capsuleHashes }: Parameters<ChartChain["publish"]>[0]) {
    await this.#nextBlock();
    if (!isAddressEqual(author, subject)) await this.#requireContributor(author, subject, epoch);
    const records = this.#records.get(id(subject)) ?? new Map<Hex, ChainRecord>();
    this.#records.set(id(subject), records);
    for (const capsuleHash of capsuleHashes) {
      if (records.has(capsuleHash)) continue;
      records.set(capsuleHash, { capsuleHash, author, publishedAt: this.now, status: "current" });
    }
  }

  async supersede(correction: Parameters<ChartChain["supersede"]>[0]) {
    await this.#nextBlock();
    const { author, subject, epoch, oldCapsuleHash, newCapsuleHash } = correction;
    if (!isAddressEqual(author, subject)) await this.#requireContributor(author, subject, epoch);
    const records = this.#records.get(id(subject));
    const old = records?.get(oldCapsuleHash);
    if (records === undefined || old === undefined) throw refusal("RecordUnknown");
    if (!isAddressEqual(old.author, author)) throw refusal("RecordAuthoredByAnother");
    if (old.status !== "current" && old.status !== "disputed") throw refusal("RecordStatusForbids");
    if (records.has(newCapsuleHash)) throw refusal("RecordKnown");
    old.status = "superseded";
    records.set(newCapsuleHash, { capsuleHash: newCapsuleHash, author, publishedAt: this.now, status: "current" });
  }

  async dispute({ subject, capsuleHash }: Parameters<ChartChain["dispute"]>[0]) {
    await this.#nextBlock();
    const record = this.#records.get(id(subject))!.get(capsuleHash)!;
    if (record.status !== "current") throw refusal("RecordStatusForbids");
    record.status = "disputed";
  }

  async markEnteredInError({ author, subject, capsuleHash }: Parameters<ChartChain["markEnteredInError"]>[0]) {
    await this.#nextBlock();
    const record = this.#records.get(id(subject))!.get(capsuleHash)!;
    if (!isAddressEqual(record.author, author)) throw refusal("RecordAuthoredByAnother");
    record.status = "entered-in-error";
  }

  async #requireContributor(author: Address, subject: Address, epoch: number) {
    const grant = (await this.grantsOf(subject)).find(({ grantee }) => isAddressEqual(grantee, author));
    if (grant?.contribute !== true || !this.clinicians.has(id(author))) throw new ChartError("NotGranted");
    if (this.#chart(subject).epoch !== epoch) throw new ChartError("EpochPassed");
  }

  #start(chart: Chart, epoch: number, keysetHash: Hex): boolean {
    if (chart.epoch !== epoch || chart.keysetHashes.get(epoch) === keysetHash) return false;
    chart.epoch++;
    chart.epochStart = this.now;
    chart.keysetHashes.set(chart.epoch, keysetHash);
    return true;
  }

  #chart(subject: Address): Chart {
    const chart = this.#charts.get(id(subject));
    if (chart === undefined) throw new ChartError("NoChart");
    return chart;
  }

  async #nextBlock() {
    const { meanwhile } = this;
    this.meanwhile = undefined;
    await meanwhile?.();
    this.now++;
  }
}

export class MemoryCapsules implements CapsuleStore {
  readonly bySubject = new Map<string, Map<Hex, Uint8Array>>();
  /** What is delivered instead of what is there. */
  delivered: (capsules: Uint8Array[]) => Iterable<Uint8Array> = (capsules) => capsules;
  /** Whether what should be deleted is kept. */
  keepsDeleted = false;

  async put({ subject, capsule }: { subject: Address; capsule: Uint8Array }) {
    this.of(subject).set(sha256(capsule), capsule);
  }

  async *list({ subject, keyIds }: { subject: Address; keyIds?: readonly Hex[] }) {
    const all = [...this.of(subject).values()];
    const wanted = new Set(keyIds);
    yield* this.delivered(
      keyIds === undefined ? all : all.filter((capsule) => wanted.has(parseCapsule(capsule).keyId)),
    );
  }

  async get({ subject, capsuleHash }: { subject: Address; capsuleHash: Hex }) {
    return this.of(subject).get(capsuleHash);
  }

  async delete({ subject, capsuleHash }: { subject: Address; capsuleHash: Hex }) {
    if (!this.keepsDeleted) this.of(subject).delete(capsuleHash);
  }

  of(subject: Address): Map<Hex, Uint8Array> {
    const capsules = this.bySubject.get(id(subject)) ?? new Map<Hex, Uint8Array>();
    this.bySubject.set(id(subject), capsules);
    return capsules;
  }
}

export class MemoryGrants implements GrantStore {
  readonly stored: (StoredGrant & { subject: Address; grantee: Address })[] = [];
  /** What is delivered instead of what is there. */
  delivered: (grants: StoredGrant[]) => StoredGrant[] = (grants) => grants;
  /** Whether the next one gets lost. */
  isLosing = false;

  async put(grant: StoredGrant & { subject: Address; grantee: Address }) {
    if (this.isLosing) throw new Error("The gateway cannot be reached.");
    this.stored.unshift(grant);
  }

  async list({ subject, grantee }: { subject: Address; grantee: Address }) {
    const theirs = this.stored.filter(
      (it) => isAddressEqual(it.subject, subject) && isAddressEqual(it.grantee, grantee),
    );
    return this.delivered(theirs.toSorted((a, b) => b.epoch - a.epoch));
  }
}

export class MemoryBlobs implements BlobStore {
  readonly bodies = new Map<string, Uint8Array>();
  /** What is delivered instead of what is there. */
  delivered: (body: Uint8Array) => Uint8Array = (body) => body;
  /** What is answered instead of the CID. */
  answered: (cid: string) => string = (cid) => cid;
  /** After how many bytes an upload breaks off. */
  breaksAfter = Infinity;

  async put(body: ReadableStream<Uint8Array>) {
    const hasher = cidHasher();
    const chunks: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of body) {
      size += chunk.length;
      if (size > this.breaksAfter) throw new Error("The connection was cut.");
      await hasher.update(chunk);
      chunks.push(chunk);
    }
    const cid = await hasher.digest();
    this.bodies.set(cid, await bytesOf(new Blob(chunks as BlobPart[]).stream()));
    return this.answered(cid);
  }

  async get(cid: string) {
    const body = this.bodies.get(cid);
    return body && streamOf(this.delivered(body));
  }
}

function id(address: Address): string {
  return address.toLowerCase();
}

function refusal(name: ContractError): ChainError {
  return new ChainError(name, [], "The contract refuses.", undefined);
}
