import { concat, hexToBytes, toHex } from "viem";
import { describe, expect, it } from "vitest";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { refusal } from "#test/support/sealing/refusal.ts";
import { chunkOverhead, chunkSize } from "../body/bodySize.ts";
import { bytesOf } from "../body/bytesOf.ts";
import { streamOf } from "../body/streamOf.ts";
import { keyedHash } from "../keyedHash.ts";
import { sodium } from "../sodium.ts";
import { openArchive } from "./openArchive.ts";
import { sealArchive } from "./sealArchive.ts";

const passphrase = "correct horse é ﬁ battery";
const random = (size: number) => countedBytes(size, 2);
const headSize = 48;

async function sealed(content: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const stream = await sealArchive({ content: streamOf(content), passphrase, random });
  return new Uint8Array(await bytesOf(stream));
}

const opened = (archive: Uint8Array, typed = passphrase) =>
  bytesOf(openArchive({ archive: streamOf(archive), passphrase: typed }));

describe("an archive", () => {
  it.each([1, chunkSize - 1, chunkSize, chunkSize + 1, 3 * chunkSize])(
    "of %d bytes opens again, and is as much longer as each chunk needs",
    async (size) => {
      const content = countedBytes(size, 7);
      const archive = await sealed(content);
      expect(archive.length).toBe(headSize + size + chunkOverhead * Math.ceil(size / chunkSize));
      expect(await opened(archive)).toEqual(content);
    },
  );

  it("is what the library's own stream makes under a key from Argon2id, bytes and all", async () => {
    const archive = await sealed(countedBytes(9, 1));
    expect(toHex(archive.subarray(0, 24))).toBe(concat(["0x4f43413101100000", toHex(random(16))]));
    // Argon2id of this passphrase and salt, as another library computes it: see passphrase.test.ts.
    const factor = hexToBytes("0x6b22b0a05c5de009016f8115151538961facfa37049537137e5ed4edf85bef92");
    const key = keyedHash(factor, "ownchart/archive");
    const state = sodium.crypto_secretstream_xchacha20poly1305_init_pull(archive.subarray(24, 48), key);
    const { message, tag } = sodium.crypto_secretstream_xchacha20poly1305_pull(state, archive.subarray(48), null) as {
      message: Uint8Array;
      tag: number;
    };
    expect([message, tag]).toEqual([countedBytes(9, 1), sodium.crypto_secretstream_xchacha20poly1305_TAG_FINAL]);
  });

  it("opens however the accents of its passphrase are typed, and to no other", async () => {
    const archive = await sealed(countedBytes(9, 1));
    expect(await opened(archive, "correct horse e\u0301 fi battery")).toEqual(countedBytes(9, 1));
    await expect(opened(archive, "correct horse battery")).rejects.toThrow(refusal("ArchiveDoesNotOpen"));
  });

  it("is never made under a weak passphrase", async () => {
    const sealing = sealArchive({ content: streamOf(countedBytes(9, 1)), passphrase: "password" });
    await expect(sealing).rejects.toThrow(refusal("PassphraseTooWeak"));
  });

  it("that is cut, lengthened, reordered or changed anywhere is refused", async () => {
    const archive = await sealed(countedBytes(2 * chunkSize + 5, 1));
    const chunk = chunkSize + chunkOverhead;
    const [head, first, second, last] = [
      archive.subarray(0, headSize),
      archive.subarray(headSize, headSize + chunk),
      archive.subarray(headSize + chunk, headSize + 2 * chunk),
      archive.subarray(headSize + 2 * chunk),
    ] as const;
    const joined = (...parts: Uint8Array[]) => new Blob(parts as BlobPart[]).bytes();
    const changed = (at: number) => archive.map((byte, place) => (place === at ? byte ^ 1 : byte));
    for (const archiveOf of [
      joined(head, first, second),
      joined(head, first, last),
      joined(archive, last),
      joined(archive, new Uint8Array(1)),
      changed(archive.length - 1),
      changed(headSize + chunk),
      joined(head),
    ]) {
      await expect(opened(await archiveOf)).rejects.toThrow(refusal("ArchiveDamaged"));
    }
    for (const at of [8, 24, headSize]) {
      await expect(opened(changed(at))).rejects.toThrow(refusal("ArchiveDoesNotOpen"));
    }
    for (const wrong of [changed(0), changed(4), archive.subarray(0, 47), new Uint8Array()]) {
      await expect(opened(wrong)).rejects.toThrow(refusal("UnknownFormat"));
    }
  });
});
