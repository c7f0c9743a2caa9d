import { hash } from "node:crypto";
import { statSync, unlinkSync } from "node:fs";
import { mkdir, open, opendir, readFile, rename, rm, stat, utimes } from "node:fs/promises";
import { dirname, join } from "node:path";
import { base32 } from "multiformats/bases/base32";
import type { CID } from "multiformats/cid";
import { NodeError } from "./NodeError.ts";
import { syncFolder } from "./syncFolder.ts";

/**
 * Blocks as files, each named after its hash. A file under such a name is whole whenever one looks, also after `kill -9`,
 * and its time is when somebody last wanted it kept: garbage is told from what is still to be pinned by that.
 */
export class BlockFolder {
  readonly #blocks: string;
  readonly #incoming: string;
  /** How many are just putting or refreshing it. */
  readonly #wanted = new Map<string, number>();
  #count = 0;

  private constructor(folder: string) {
    this.#blocks = join(folder, "blocks");
    this.#incoming = join(folder, "incoming");
  }

  /** For one process at a time. What an earlier one was writing when it was killed is thrown away. */
  static async open(folder: string): Promise<BlockFolder> {
    const opened = new BlockFolder(folder);
    await rm(opened.#incoming, { recursive: true, force: true });
    for (const each of [opened.#incoming, opened.#blocks]) await mkdir(each, { recursive: true });
    return opened;
  }

  /** Writes it even if it is there, which mends a damaged one. Returns when it would outlive a loss of power. */
  put(cid: CID, block: Uint8Array): Promise<CID> {
    const [key, incoming] = [keyOf(cid), join(this.#incoming, String(this.#count++))];
    return this.#whileWanted(key, async (file) => {
      try {
        await writeDurably(incoming, block);
        await mkdir(dirname(file), { recursive: true });
        await rename(incoming, file);
        await syncFolder(dirname(file));
        return cid;
      } catch (error) {
        await rm(incoming, { force: true });
        throw error;
      }
    });
  }

  /** Undefined where it is not here. */
  async read(cid: CID): Promise<Uint8Array | undefined> {
    const block = await unlessAbsent(readFile(this.#fileOf(keyOf(cid))));
    if (block === undefined) return undefined;
    const isWhole = hash("sha256", block, "buffer").equals(cid.multihash.digest);
    if (!isWhole) throw new NodeError(`block ${cid} is damaged on this disk: add its file again`);
    return block;
  }

  async require(cid: CID): Promise<Uint8Array> {
    const block = await this.read(cid);
    if (block === undefined) throw blockNotFound(cid);
    return block;
  }

  async size(cid: CID): Promise<number | undefined> {
    return (await unlessAbsent(stat(this.#fileOf(keyOf(cid)))))?.size;
  }

  /** Whether it is here, and if so, it is young again. */
  async refresh(cid: CID): Promise<boolean> {
    const now = new Date();
    const refreshed = this.#whileWanted(keyOf(cid), (file) => utimes(file, now, now).then(() => true));
    return (await unlessAbsent(refreshed)) ?? false;
  }

  /** Removes what is not to be kept and was not wanted since `before`. Says how many others of those were younger. */
  async sweep({ kept, before }: { kept: ReadonlySet<string>; before: number }) {
    const swept = { removed: 0, young: 0 };
    for await (const part of await opendir(this.#blocks)) {
      for await (const { name } of await opendir(join(this.#blocks, part.name))) {
        if (kept.has(name)) continue;
        if (this.#removeIfOld(name, before)) swept.removed++;
        else swept.young++;
      }
    }
    return swept;
  }

  /** All at once, without a pause in which somebody could begin to want it. */
  #removeIfOld(key: string, before: number): boolean {
    const file = this.#fileOf(key);
    if (this.#wanted.has(key) || statSync(file).mtimeMs >= before) return false;
    unlinkSync(file);
    return true;
  }

  async #whileWanted<Result>(key: string, work: (file: string) => Promise<Result>): Promise<Result> {
    this.#wanted.set(key, (this.#wanted.get(key) ?? 0) + 1);
    try {
      return await work(this.#fileOf(key));
    } finally {
      const others = this.#wanted.get(key)! - 1;
      if (others === 0) this.#wanted.delete(key);
      else this.#wanted.set(key, others);
    }
  }

  #fileOf(key: string): string {
    return join(this.#blocks, key.slice(-3, -1), key);
  }
}

/** The same for all CIDs of the same bytes. */
export function keyOf(cid: CID): string {
  return base32.baseEncode(cid.multihash.bytes);
}

export function blockNotFound(cid: CID): NodeError {
  return new NodeError(`block was not found locally (offline): ipld: could not find ${cid}`);
}

async function writeDurably(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.datasync();
  } finally {
    await handle.close();
  }
}

async function unlessAbsent<Found>(found: Promise<Found>): Promise<Found | undefined> {
  try {
    return await found;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
