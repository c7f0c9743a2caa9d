import { type Address, type Hex, bytesToHex, concat, hexToBytes } from "viem";
import { describe, expect, it } from "vitest";
import { readShared } from "#test/support/shared.ts";
import { canonicalJson } from "../consent/canonicalJson.ts";
import { bytesOf } from "./body/bytesOf.ts";
import { openBody } from "./body/openBody.ts";
import { sealBody } from "./body/sealBody.ts";
import { streamOf } from "./body/streamOf.ts";
import { openCapsule } from "./capsule/openCapsule.ts";
import { sealCapsule } from "./capsule/sealCapsule.ts";
import { type DeskSender, deskSender } from "./desk/deskSender.ts";
import { openDeskMessage } from "./desk/openDeskMessage.ts";
import { categorySeed, epochSeed } from "./epochSeed.ts";
import { openGrant } from "./grant/openGrant.ts";
import { identitySeed } from "./identitySeed.ts";
import { keyIdOf } from "./keyIdOf.ts";
import { type KeyPair, keyPairOf } from "./keyPairOf.ts";
import { keyringOf } from "./keyring.ts";
import { keysetOf } from "./keyset/keysetOf.ts";
import { openKeyset } from "./keyset/openKeyset.ts";
import type { Suite } from "./suites.ts";
import type { SlotKind } from "./vault/Vault.ts";
import own from "./vectors.json" with { type: "json" };
import { type Unlock, openVault } from "./vault/openVault.ts";
import { parseVault } from "./vault/parseVault.ts";
import { passphraseUnlock } from "./vault/passphrase.ts";
import { recoveryUnlock } from "./vault/recoveryCode.ts";
import { walletKeyOf } from "./vault/walletKeyOf.ts";
import { encodeRoots } from "./vault/roots.ts";

/** A file of test vectors, whose hex has no 0x in front. Its shape is told beside the house's own file. */
// oxlint-disable-next-line typescript/no-explicit-any -- every member that is missing fails a test by name
type Vectors = any;

const files: Record<string, Vectors> = {
  Ownchart: own,
  "the house": await parsed(readShared("vectors/sealing/vectors.json")),
};

async function parsed(bytes: Promise<Uint8Array | undefined>): Promise<Vectors> {
  const known = await bytes;
  return known && JSON.parse(new TextDecoder().decode(known));
}

describe.each(Object.entries(files))("the sealing vectors of %s", (_, vectors) => {
  it.runIf(vectors === undefined)("are left out, since ../shared is absent", () => {});
  if (vectors !== undefined) itHoldsFor(vectors);
});

function itHoldsFor(vectors: Vectors) {
  const address = (name: string, of: Vectors = {}) => `0x${of[name] ?? vectors[name]}` as Address;
  const chainId = (of: Vectors = {}): number => of.chainId ?? vectors.chainId;
  const chart = { chainId: chainId(), consentRegistry: address("consentRegistry"), subject: address("subject") };
  const recordPlace = (of?: Vectors) => ({
    chainId: chainId(of),
    recordRegistry: address("recordRegistry", of),
    subject: address("subject", of),
    author: address("author", of),
  });
  const grantPlace = (of: Vectors) => ({
    chainId: chainId(of),
    consentRegistry: address("consentRegistry", of),
    subject: address("subject", of),
    grantee: address("grantee", of),
    epoch: of.epoch as number,
  });
  const root = unhex(vectors.root);
  const seedOf = ({ category, epoch, seed }: Vectors) =>
    seed === undefined ? epochSeed({ root, chart, category, epoch }) : unhex(seed);
  const epochKey = (of: Vectors) => ({ ...keyPairOf(seedOf(of), of.suite), category: of.category, epoch: of.epoch });
  const keyring = (of: Vectors) =>
    keyringOf([{ category: of.category, epoch: of.epoch, suite: of.suite, seed: seedOf(of) }]);
  const identityOf = (who: "subject" | "grantee") =>
    identitySeed({
      root: unhex(vectors[who === "subject" ? "root" : "granteeRoot"]),
      chainId: chainId(),
      address: address(who),
    });
  const pairsOf = (of: Vectors, who: "subject" | "grantee"): KeyPair[] => {
    const seed = of.seed === undefined ? identityOf(who) : unhex(of.seed);
    return [keyPairOf(seed, 1), keyPairOf(seed, 2)];
  };
  const keysetHashes = (suite: Suite) =>
    new Map<number, Hex>(
      vectors.keysets.flatMap((of: Vectors) => (of.suite === suite ? [[of.epoch, `0x${of.sha256}`]] : [])),
    );
  const given = (of: Vectors, role: "subject" | "grantee", grant = unhex(of.capsule)) =>
    openGrant({
      grant,
      place: grantPlace(of),
      role,
      pairs: pairsOf(of, role),
      termsHash: `0x${of.termsSha256}`,
      keysetHashes: keysetHashes(of.suite),
    });

  it.each<Vectors>(vectors.keyTree)("key tree: category $category, epoch $epoch, suite $suite", (of) => {
    expect(hex(categorySeed({ root, chart, category: of.category }))).toBe(of.categorySeed);
    expect(hex(seedOf(of))).toBe(of.epochSeed);
    const { publicKey, secretKey } = keyPairOf(seedOf(of), of.suite);
    expect([hex(publicKey), hex(secretKey), keyIdOf(publicKey)]).toEqual([of.publicKey, of.secretKey, `0x${of.keyId}`]);
  });

  it.each<Vectors>(vectors.identity)("identity of the $of, suite $suite", (of) => {
    expect(hex(identityOf(of.of))).toBe(of.seed);
    const { publicKey, secretKey } = keyPairOf(identityOf(of.of), of.suite);
    expect([hex(publicKey), hex(secretKey)]).toEqual([of.publicKey, of.secretKey]);
  });

  it.each<Vectors>(vectors.keysets)("keyset of epoch $epoch, suite $suite", ({ epoch, suite, bytes, sha256 }) => {
    expect(hex(keysetOf({ root, chart, epoch, suite }))).toBe(bytes);
    expect(openKeyset({ bytes: unhex(bytes), hash: `0x${sha256}` }).suite).toBe(suite);
  });

  describe.each<Vectors>(vectors.records)("record of $contentLength bytes, suite $suite, epoch $epoch", (of) => {
    const content = contentOf(of.contentLength);
    const sealed = () =>
      sealBody({
        content: streamOf(content),
        length: content.length,
        dek: unhex(of.dek),
        place: recordPlace(),
        random: () => unhex(of.streamHeader),
      });

    it("opens its capsule", () => {
      const capsuleHash: Hex = `0x${of.capsuleSha256}`;
      const opened = openCapsule({
        capsule: unhex(of.capsule),
        capsuleHash,
        place: recordPlace(),
        keyring: keyring(of),
      });
      expect({ ...opened, dek: hex(opened.dek) }).toEqual({ entry: of.entry, dek: of.dek });
    });

    it("seals a capsule that differs in wrap, nonce and box alone", () => {
      const { suite, publicKey } = epochKey(of);
      const { entry, dek } = of;
      const capsule = sealCapsule({ entry, dek: unhex(dek), suite, publicKey, place: recordPlace() });
      expect(capsule.length).toBe(of.capsule.length / 2);
      expect(hex(capsule.subarray(0, 72))).toBe(of.capsule.slice(0, 144));
    });

    it("seals its body to the same bytes and CID", async () => {
      const { body, cid } = sealed();
      const bytes = await bytesOf(body);
      if (of.body !== null) expect(bytes).toEqual(unbase64(of.body));
      expect(await hashOf(bytes)).toBe(of.bodySha256);
      expect(await cid).toBe(of.entry.cid);
    });

    it("opens its body", async () => {
      const body = streamOf(await bytesOf(sealed().body));
      const opened = openBody({ body, cid: of.entry.cid, dek: unhex(of.dek), place: recordPlace() });
      expect(same(await bytesOf(opened), content)).toBe(true);
    });
  });

  it.each<Vectors>(vectors.grants)("grant of epoch $epoch, suite $suite, for both ends", (of) => {
    const sealed = JSON.parse(of.plaintext);
    for (const role of ["grantee", "subject"] as const) {
      const { terms, about, seeds, keys, keysets } = given(of, role);
      expect(canonicalJson(terms)).toBe(canonicalJson(of.terms));
      expect(about).toEqual(sealed.about);
      expect(seeds.map(({ category, epoch, seed }) => ({ category, epoch, seed: `0x${hex(seed)}` }))).toEqual(
        sealed.seeds,
      );
      expect(keys.map(({ category, publicKey }) => ({ category, publicKey: `0x${hex(publicKey)}` }))).toEqual(
        sealed.keys,
      );
      expect([...keysets.keys()]).toEqual(sealed.keysets.map(({ epoch }: Vectors) => epoch));
    }
  });

  for (const { json, content, factors } of vectors.vaults) {
    for (const [kind, factor] of Object.entries<string>(factors)) {
      it(`vault of ${json.address.slice(0, 6)}… by ${kind}`, async () => {
        if (kind === "walletKey") {
          expect(hex(walletKeyOf(factors.recovery))).toBe(factor);
          return;
        }
        const unlock = unlockBy(kind as SlotKind, factor);
        const roots = await openVault({ vault: parseVault(json), unlock, chainId: chainId(), address: json.address });
        expect(hex(encodeRoots(roots))).toBe(content);
      });
    }
  }

  it.each<Vectors>(vectors.desk.messages)("message of the desk by sender $sender", (of) => {
    expect(hex(openDeskMessage(deskMessage(of)))).toBe(of.plaintext);
  });

  const attempts: Record<string, (of: Vectors) => unknown> = {
    capsule: (of) =>
      openCapsule({
        capsule: capsuleOf(vectors, of),
        capsuleHash: `0x${of.capsuleSha256}`,
        place: recordPlace(of),
        keyring: keyring(of),
      }),
    body: async (of) => {
      const body = streamOf(await bodyOf(vectors, of.body, recordPlace()));
      return bytesOf(openBody({ body, cid: of.cid, dek: unhex(of.dek), place: recordPlace(of) }));
    },
    keyset: (of) => openKeyset({ bytes: unhex(of.bytes), hash: `0x${of.sha256}` }),
    grant: (of) => given(of, of.as ?? "grantee", capsuleOf(vectors, of)),
    vault: async (of) =>
      openVault({
        vault: parseVault(of.json),
        unlock: unlockBy(of.slot, of.factor),
        chainId: chainId(of),
        address: address("address", of),
      }),
    desk: (of) => openDeskMessage(deskMessage(of)),
  };

  it.each<Vectors>(vectors.mustFail)("refused: $kind, $what ($expect)", async (of) => {
    const attempt = async () => attempts[of.kind]!(of);
    const names = of.expect.split("|");
    await expect(attempt()).rejects.toSatisfy(({ name }: Error) => names.includes(name));
  });
}

function deskMessage({ sealed, key, mailbox, sender }: Vectors) {
  const by = Object.entries(deskSender).find(([, number]) => number === sender)![0] as DeskSender;
  return { sealed: unhex(sealed), key: unhex(key), mailbox: unhex(mailbox), sender: by };
}

/** What a way to unlock would bring, for kinds whose factor is in the file. */
function unlockBy(kind: SlotKind, factor: string): Unlock {
  if (kind === "passphrase") return passphraseUnlock(factor);
  if (kind === "recovery") return recoveryUnlock(factor);
  return { kind, factorFor: async ([slot]) => ({ slot, factor: unhex(factor) }) };
}

/** Hex, or [another entry, byte, mask]: that entry's capsule with the mask XORed onto that byte. */
function capsuleOf(vectors: Vectors, { capsule }: Vectors): Uint8Array {
  if (!Array.isArray(capsule)) return unhex(capsule);
  const [of, at, mask] = capsule;
  const bytes = unhex(vectors.mustFail[of].capsule);
  if (at !== undefined) bytes[at]! ^= mask;
  return bytes;
}

/** Base64, or a list of pieces, each base64 or [record, from, to]. */
async function bodyOf(vectors: Vectors, body: Vectors, place: Vectors): Promise<Uint8Array> {
  if (!Array.isArray(body)) return unbase64(body);
  const pieces = [];
  for (const piece of body) {
    if (!Array.isArray(piece)) {
      pieces.push(unbase64(piece));
      continue;
    }
    const [of, from, to] = piece;
    const { dek, streamHeader, contentLength: length } = vectors.records[of];
    const content = streamOf(contentOf(length));
    const sealed = sealBody({ content, length, dek: unhex(dek), place, random: () => unhex(streamHeader) });
    pieces.push((await bytesOf(sealed.body)).slice(from, to));
  }
  return concat(pieces);
}

function contentOf(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => i % 251);
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>)));
}

/** Comparing a MiB member by member takes the test runner seconds. */
function same(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

function hex(bytes: Uint8Array): string {
  return bytesToHex(bytes).slice(2);
}

function unhex(text: string): Uint8Array {
  return hexToBytes(`0x${text.replace(/^0x/, "")}`);
}

function unbase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (symbol) => symbol.charCodeAt(0));
}
