import { posix } from "node:path";
import { gzipSync } from "node:zlib";
import type { BuiltApp } from "../build/buildApp.ts";

type Chunk = Extract<BuiltApp[number], { type: "chunk" }>;

/** Static imports as they stand in minified code; `import(` loads later, and is not meant. */
const staticImport = /\b(?:from|import) ?(["'])(\.[^"']+)\1/g;

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

  /** The workers that these scripts start, with what those import. They are bundled apart and known by their text. */
  workersOf(scripts: ReadonlySet<string>): Set<string> {
    const started = this.chunks.filter(({ fileName }) => scripts.has(fileName));
    const assets = started.flatMap(({ viteMetadata }) => Array.from(viteMetadata?.importedAssets ?? []));
    return this.#closure(assets.filter((name) => /\.m?js$/.test(name)));
  }

  stylesheets(): string[] {
    return [...this.#files.keys()].filter((name) => name.endsWith(".css"));
  }

  /** Compressed, as a browser receives them. */
  bytesOf(names: Iterable<string>): number {
    return [...names].reduce((all, name) => all + gzipSync(this.#textOf(name), { level: 9 }).length, 0);
  }

  #closure(names: Iterable<string>): Set<string> {
    const found = new Set(names);
    for (const name of found) {
      for (const [, , imported] of this.#textOf(name).matchAll(staticImport)) {
        found.add(posix.join(posix.dirname(name), imported!));
      }
    }
    return found;
  }

  #textOf(name: string): string {
    const file = this.#files.get(name);
    if (file === undefined) throw new Error(`The build has no ${name}.`);
    return file.type === "chunk" ? file.code : Buffer.from(file.source).toString();
  }
}
