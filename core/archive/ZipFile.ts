import { crc32 } from "./crc32.ts";

/**
 * A ZIP file that is being filled: every system opens one. Files lie in it as they are, since what is large in a chart,
 * pictures and scans, is packed already. What was added is held where browsers keep what is large.
 */
export class ZipFile {
  readonly #parts: BlobPart[] = [];
  readonly #directory: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;

  /** In bytes, without the directory at its end. */
  get size(): number {
    return this.#size;
  }

  add(path: string, content: Uint8Array): void {
    const name = new TextEncoder().encode(path);
    const facts = { name, checksum: crc32(content), length: content.length };
    this.#directory.push(directoryEntry({ ...facts, at: this.#size }));
    const head = fileHead(facts);
    this.#parts.push(head, name, new Blob([content as Uint8Array<ArrayBuffer>]));
    this.#size += head.length + name.length + content.length;
    if (this.#size > mostBytes || this.#directory.length > mostFiles) throw new RangeError("No ZIP holds so much.");
  }

  end(): Blob {
    const length = this.#directory.reduce((sum, entry) => sum + entry.length, 0);
    const count = this.#directory.length;
    const tail = little(
      [4, 0x06_05_4b_50],
      [2, 0],
      [2, 0],
      [2, count],
      [2, count],
      [4, length],
      [4, this.#size],
      [2, 0],
    );
    return new Blob([...this.#parts, ...this.#directory, tail], { type: "application/zip" });
  }
}

/** What counts in 32 and 16 bits allows; the directory needs room too. */
const mostBytes = 2 ** 32 - 2 ** 24;
const mostFiles = 65_535;

type Facts = { name: Uint8Array; checksum: number; length: number };

/** Version 2.0, names in UTF-8, not packed, and no time: when a record is of stands in the index. */
const common = ({ name, checksum, length }: Facts) =>
  [
    [2, 20],
    [2, 0x08_00],
    [2, 0],
    [2, 0],
    [2, firstOfJanuary1980],
    [4, checksum],
    [4, length],
    [4, length],
    [2, name.length],
    [2, 0],
  ] as const;

const firstOfJanuary1980 = 0x00_21;

function fileHead(facts: Facts): Uint8Array<ArrayBuffer> {
  return little([4, 0x04_03_4b_50], ...common(facts));
}

function directoryEntry({ at, ...facts }: Facts & { at: number }): Uint8Array<ArrayBuffer> {
  const head = little([4, 0x02_01_4b_50], [2, 20], ...common(facts), [2, 0], [2, 0], [2, 0], [4, 0], [4, at]);
  const entry = new Uint8Array(head.length + facts.name.length);
  entry.set(head);
  entry.set(facts.name, head.length);
  return entry;
}

/** Numbers of so many bytes each, the lowest byte first. */
function little(...numbers: readonly (readonly [size: number, value: number])[]): Uint8Array<ArrayBuffer> {
  const bytes = numbers.flatMap(([size, value]) =>
    Array.from({ length: size }, (_, place) => Math.floor(value / 256 ** place) % 256),
  );
  return Uint8Array.from(bytes);
}
