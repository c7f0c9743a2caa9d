import { access, mkdir, opendir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { CID } from "multiformats/cid";
import { syncFolder } from "./syncFolder.ts";

/** What is kept, with all that it links to: an empty file for each, so that none is ever half written. */
export class PinFolder {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(folder: string): Promise<PinFolder> {
    const pins = join(folder, "pins");
    await mkdir(pins, { recursive: true });
    return new PinFolder(pins);
  }

  /** Its blocks must be here, and young. */
  async add(cid: CID): Promise<void> {
    await writeFile(this.#fileOf(cid), "");
    await syncFolder(this.#folder);
  }

  async remove(cid: CID): Promise<void> {
    await rm(this.#fileOf(cid), { force: true });
    await syncFolder(this.#folder);
  }

  has(cid: CID): Promise<boolean> {
    return access(this.#fileOf(cid)).then(
      () => true,
      () => false,
    );
  }

  async *all(): AsyncGenerator<CID, void> {
    for await (const { name } of await opendir(this.#folder)) yield CID.parse(name);
  }

  #fileOf(cid: CID): string {
    return join(this.#folder, cid.toString());
  }
}
