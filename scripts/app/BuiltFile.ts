import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const [brotli, zip] = [promisify(brotliCompress), promisify(gzip)];

const mediaTypes: Record<string, string> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  svg: "image/svg+xml",
  txt: "text/plain; charset=utf-8",
  wasm: "application/wasm",
  bcmap: "application/octet-stream",
  png: "image/png",
  woff2: "font/woff2",
};

/** Pictures and fonts are as small as they get. */
const isCompressible = /^(text\/|application\/|image\/svg)/;

export type Encoding = "br" | "gzip";

/** A file of the build, held in memory, and compressed once for whoever can take it so. */
export class BuiltFile {
  readonly mediaType: string;
  /** Names under assets/ hold a hash of what is in them. */
  readonly isImmutable: boolean;
  readonly #bytes: Uint8Array<ArrayBuffer>;
  readonly #compressed = new Map<Encoding, Promise<Uint8Array<ArrayBuffer>>>();

  constructor(path: string, bytes: Uint8Array<ArrayBuffer>) {
    this.mediaType = mediaTypes[path.slice(path.lastIndexOf(".") + 1)] ?? "application/octet-stream";
    this.isImmutable = path.startsWith("assets/");
    this.#bytes = bytes;
  }

  /** The first of these that is worth it. */
  encodingFor(accepted: string): Encoding | undefined {
    if (!isCompressible.test(this.mediaType) || this.#bytes.length < 1024) return undefined;
    return (["br", "gzip"] as const).find((encoding) => isWelcome(encoding, accepted));
  }

  async bytesAs(encoding: Encoding | undefined): Promise<Uint8Array<ArrayBuffer>> {
    if (encoding === undefined) return this.#bytes;
    const known = this.#compressed.get(encoding) ?? compress(this.#bytes, encoding);
    this.#compressed.set(encoding, known);
    return known;
  }
}

/** Brotli's best takes seconds for a large file, and its ninth step all but as few bytes at once. */
async function compress(bytes: Uint8Array, encoding: Encoding): Promise<Uint8Array<ArrayBuffer>> {
  if (encoding === "gzip") return zip(bytes, { level: 9 });
  return brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

/** `br;q=0` says that it is not. */
function isWelcome(encoding: Encoding, accepted: string): boolean {
  const wishes = accepted.split(",").map((wish) => wish.split(";").map((part) => part.trim()));
  return wishes.some(([name, weight = "q=1"]) => name === encoding && Number(weight.slice(2)) > 0);
}
