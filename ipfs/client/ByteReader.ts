import { IpfsError } from "../IpfsError.ts";

/** Takes bytes off a stream in pieces of a wanted size, and holds nothing but the piece and what has just come. */
export class ByteReader {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #silence: number;
  #rest: Uint8Array = nothing;

  /** `silence` is how many milliseconds may pass without a byte. */
  constructor(stream: ReadableStream<Uint8Array>, silence: number) {
    this.#reader = stream.getReader();
    this.#silence = silence;
  }

  /** Exactly so many bytes, in memory of their own. Callers limit what they ask for. */
  async take(size: number): Promise<Uint8Array<ArrayBuffer>> {
    const taken = new Uint8Array(size);
    for (let filled = 0; filled < size;) {
      if (await this.isAtEnd()) throw new IpfsError("IpfsAnswerBroken", "truncated");
      const part = this.#rest.subarray(0, size - filled);
      taken.set(part, filled);
      filled += part.length;
      this.#rest = this.#rest.subarray(part.length);
    }
    return taken;
  }

  /** Everything, if it is at most so many bytes. */
  async takeAll(most: number): Promise<Uint8Array<ArrayBuffer>> {
    let taken = new Uint8Array(Math.min(most, 2 ** 16));
    let filled = 0;
    while (!(await this.isAtEnd())) {
      const size = filled + this.#rest.length;
      if (size > most) throw new IpfsError("IpfsAnswerBroken", "too long");
      if (size > taken.length) taken = new Uint8Array(taken.buffer.transfer(Math.min(most, 2 * size)));
      taken.set(this.#rest, filled);
      filled = size;
      this.#rest = nothing;
    }
    return taken.subarray(0, filled);
  }

  /** An unsigned LEB128 number up to a limit. */
  async varint(most: number): Promise<number> {
    let value = 0;
    for (let factor = 1; factor <= most; factor *= 128) {
      const [byte] = await this.take(1);
      value += (byte! & 127) * factor;
      if (byte! < 128 && value <= most) return value;
    }
    throw new IpfsError("IpfsAnswerBroken", "length");
  }

  async isAtEnd(): Promise<boolean> {
    while (this.#rest.length === 0) {
      const { done, value } = await this.#read();
      if (done) return true;
      this.#rest = value;
    }
    return false;
  }

  /** Lets go of the connection. */
  close(): void {
    this.#reader.cancel().catch(() => {});
  }

  async #read() {
    const silence = Promise.withResolvers<never>();
    const timer = setTimeout(() => silence.reject(new IpfsError("IpfsAnswerBroken", "silence")), this.#silence);
    try {
      return await Promise.race([this.#reader.read(), silence.promise]);
    } catch (error) {
      throw error instanceof IpfsError ? error : new IpfsError("IpfsAnswerBroken", "cut off", error);
    } finally {
      clearTimeout(timer);
    }
  }
}

const nothing = new Uint8Array();
