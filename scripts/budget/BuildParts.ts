import { posix } from "node:path";
import { gzipSync } from "node:zlib";
import type { BuiltApp } from "../build/buildApp.ts";

type Chunk = Extract<BuiltApp[number], { type: "chunk" }>;

/** Static imports as they stand in minified code; `import(` loads later, and is not meant. */
const staticImport = /\b(?:from|import) ?(["'`])(\.[^"'`]+)\1/g;

const isScript = /\.m?js$/;

/** A worker that is started, or a file that is asked for. */
const address = /(["'`])(\/assets\/[\w.-]+)\1/g;

/** The files of a build, and which of them load together. */
export class BuildParts {
  readonly chunks: readonly Chunk[];
  readonly #files: ReadonlyMap<string, BuiltApp[number]>;

  constructor(build: BuiltApp) {
    this.#files = new Map(build.map((file) => [file.fileName, file]));
    this.chunks = build.filter((file) => file.type === "chunk");
  }

  /** Where a module of the sources ended up, if anywhere: a page without scripts has nothing. */
  chunksWith(module: string): Chunk[] {
    return this.chunks.filter((chunk) => chunk.moduleIds.some((id) => id.endsWith(`/${module}`)));
  }

  /** The scripts that a browser must have before these run. */
  scriptsOf(chunks: readonly Chunk[]): Set<string> {
    return this.#closure(chunks.map(({ fileName }) => fileName));
  }

  /** The workers that these scripts start, with all that those ask for. */
  workersOf(scripts: ReadonlySet<string>): Set<string> {
    const workers = [...scripts].flatMap((name) => this.#namedIn(name, address)).filter((name) => isScript.test(name));
    const files = this.#closure(workers);
    for (const name of files) for (const asked of this.#namedIn(name, address)) files.add(asked);
    return files;
  }

  stylesheets(): string[] {
    return [...this.#files.keys()].filter((name) => name.endsWith(".css"));
  }

  /** Compressed, as a browser receives them. */
  bytesOf(names: Iterable<string>): number {
    return [...names].reduce((all, name) => all + gzipSync(this.#bytes(name), { level: 9 }).length, 0);
  }

  #closure(names: Iterable<string>): Set<string> {
    const found = new Set(names);
    for (const name of found) for (const imported of this.#namedIn(name, staticImport)) found.add(imported);
    return found;
  }

  /** The files whose paths stand in a script, as that script says them. */
  #namedIn(name: string, path: RegExp): string[] {
    if (!isScript.test(name)) return [];
    const here = posix.join("/", posix.dirname(name));
    return [...this.#textOf(name).matchAll(path)].map(([, , found]) => posix.resolve(here, found!).slice(1));
  }

  #bytes(name: string): string | Uint8Array {
    const file = this.#files.get(name);
    if (file === undefined) throw new Error(`The build has no ${name}.`);
    return file.type === "chunk" ? file.code : file.source;
  }

  #textOf(name: string): string {
    return Buffer.from(this.#bytes(name)).toString();
  }
}
