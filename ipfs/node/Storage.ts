import { mkdir } from "node:fs/promises";
import type { CID } from "multiformats/cid";
import { BlockFolder, blockNotFound } from "./BlockFolder.ts";
import { lockFolder } from "./lockFolder.ts";
import { PinFolder } from "./PinFolder.ts";
import { walkDag } from "./walkDag.ts";

/**
 * What a node keeps in its folder. Blocks come first and pins last, so whatever is pinned is whole; what is not pinned is
 * garbage once it has grown old. There is no lock between those who add and pin and the one who collects: whoever wants
 * a block kept writes or refreshes it, and what is young stays.
 */
export class Storage {
  readonly blocks: BlockFolder;
  readonly pins: PinFolder;
  readonly #graceMs: number;
  readonly #begun = new Set<{ at: number }>();
  readonly #unlock: () => void;
  #mayHoldGarbage = true;
  #collected: Promise<unknown> = Promise.resolve();

  private constructor(blocks: BlockFolder, pins: PinFolder, graceMs: number, unlock: () => void) {
    this.blocks = blocks;
    this.pins = pins;
    this.#graceMs = graceMs;
    this.#unlock = unlock;
  }

  /** `graceMs`: for how long a block is kept without a pin. */
  static async open({ folder, graceMs }: { folder: string; graceMs: number }): Promise<Storage> {
    await mkdir(folder, { recursive: true });
    const unlock = lockFolder(folder);
    return new Storage(await BlockFolder.open(folder), await PinFolder.open(folder), graceMs, unlock);
  }

  async close(): Promise<void> {
    await this.#collected;
    this.#unlock();
  }

  /** Does something that puts blocks: those are not collected before it has ended, however long it takes. */
  async whilePutting<Result>(work: () => Promise<Result>): Promise<Result> {
    const begun = { at: Date.now() - clockLag };
    this.#begun.add(begun);
    this.#mayHoldGarbage = true;
    try {
      return await work();
    } finally {
      this.#begun.delete(begun);
    }
  }

  /** Pins what is here as a whole. Costs a look at every block of it. */
  pin(root: CID): Promise<void> {
    return this.whilePutting(async () => {
      for await (const cid of walkDag(this.blocks, root, new Set())) {
        if (!(await this.blocks.refresh(cid))) throw blockNotFound(cid);
      }
      await this.pins.add(root);
    });
  }

  async unpin(root: CID): Promise<void> {
    await this.pins.remove(root);
    this.#mayHoldGarbage = true;
  }

  /**
   * Removes what no pin leads to and nobody is about to pin; undefined where nothing can have become garbage. Costs
   * reading each pinned block that has links, a look at each file, and about a hundred bytes of memory a pinned block.
   */
  collect(): Promise<{ removed: number } | undefined> {
    const collecting = this.#collected.then(() => this.#collect());
    this.#collected = collecting.catch(() => {});
    return collecting;
  }

  async #collect() {
    if (!this.#mayHoldGarbage) return undefined;
    this.#mayHoldGarbage = false;
    let isClean = false;
    try {
      const before = Math.min(Date.now() - this.#graceMs, ...Array.from(this.#begun, ({ at }) => at));
      const kept = new Set<string>();
      for await (const root of this.pins.all()) {
        for await (const _ of walkDag(this.blocks, root, kept));
      }
      const { removed, young } = await this.blocks.sweep({ kept, before });
      isClean = young === 0;
      return { removed };
    } finally {
      if (!isClean) this.#mayHoldGarbage = true;
    }
  }
}

/** File systems take the time from a clock that ticks some milliseconds late, or tell only every other second. */
const clockLag = 3000;
