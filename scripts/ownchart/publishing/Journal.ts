import { type FileHandle, mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Address, type Hex, bytesToHex } from "viem";
import type { Holder } from "#core/chart/Holder.ts";
import { addressBytes } from "#core/sealing/addressBytes.ts";
import { uint64 } from "#core/sealing/integerBytes.ts";
import { keyedHash } from "#core/sealing/keyedHash.ts";

/** The capsule that a content was stored under, and the keys it was sealed with. */
export type Stored = { capsuleHash: Hex; keysetHash: Hex };

export type JournalParameters = { folder: string; holder: Holder; subject: Address };

/**
 * Which content was stored under which capsule, so that publishing again after an interruption goes on instead of adding
 * everything twice: a record's keys are drawn anew each time, and nothing else could tell. What of it stands in the chart
 * the chain says. One line a record, added before the chain is told. Contents are known by hashes under a key that follows
 * from the vault: whoever finds the file learns how many records there were, and cannot test a guess.
 */
export class Journal {
  readonly #handle: FileHandle;
  readonly #key: Uint8Array;
  readonly #known: Map<string, Stored>;

  private constructor(handle: FileHandle, key: Uint8Array, known: Map<string, Stored>) {
    this.#handle = handle;
    this.#key = key;
    this.#known = known;
  }

  static async open({ folder, holder, subject }: JournalParameters): Promise<Journal> {
    const { chainId, recordRegistry } = holder.services.chain;
    const place = [uint64(chainId), addressBytes(recordRegistry), addressBytes(subject), addressBytes(holder.address)];
    const key = keyedHash(holder.roots[0].root, "ownchart/journal", ...place);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = bytesToHex(keyedHash(key, "ownchart/journal-name")).slice(2, 34);
    const path = join(folder, `${name}.journal`);
    const text = await readFile(path, "utf8").catch(() => "");
    const handle = await open(path, "a", 0o600);
    if (text !== "" && !text.endsWith("\n")) await handle.write("\n"); // a line that was cut
    return new Journal(handle, key, new Map(text.split("\n").flatMap(readLine)));
  }

  find(digest: Uint8Array): Stored | undefined {
    return this.#known.get(this.#nameOf(digest));
  }

  async note(digest: Uint8Array, stored: Stored): Promise<void> {
    const name = this.#nameOf(digest);
    this.#known.set(name, stored);
    await this.#handle.write(`${name} ${stored.capsuleHash} ${stored.keysetHash}\n`);
  }

  /** Resolves when no power cut can take away what was noted. */
  sync(): Promise<void> {
    return this.#handle.sync();
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  #nameOf(digest: Uint8Array): string {
    return bytesToHex(keyedHash(this.#key, "ownchart/journal-record", digest)).slice(2, 34);
  }
}

function readLine(line: string): [string, Stored][] {
  const [, name, capsuleHash, keysetHash] = /^([0-9a-f]{32}) (0x[0-9a-f]{64}) (0x[0-9a-f]{64})$/.exec(line) ?? [];
  if (name === undefined) return [];
  return [[name, { capsuleHash: capsuleHash as Hex, keysetHash: keysetHash as Hex }]];
}
