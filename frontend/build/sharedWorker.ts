import { isAbsolute } from "node:path";
import type { Plugin } from "vite";

const asked = /\.worker\.ts\?worker&url$/;
const address = /^\0(.*)\?address$/;
const preloadHelper = "\0vite/preload-helper.js";
const beginOfPreload = /(__vitePreload = function preload\(baseModule\b[^)]*\) \{)/;

/**
 * Workers as more ways into the same build, so that what they have in common with the page is downloaded once. Vite by itself
 * bundles every worker apart, with its own copy of all that the page has already.
 */
export function sharedWorker(): Plugin {
  const workers = new Set<string>();
  let startsWith = new Set<string>();

  return {
    name: "shared-worker",
    apply: "build",
    enforce: "pre",

    async resolveId(source, importer) {
      if (!asked.test(source)) return null;
      const worker = await this.resolve(source.replace("?worker&url", ""), importer);
      return worker === null ? null : `\0${worker.id}?address`;
    },
    load(id) {
      const [, worker] = address.exec(id) ?? [];
      if (worker === undefined) return null;
      workers.add(worker);
      return `export default import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: "chunk", id: worker })};`;
    },

    /** Where there is no document nothing can be loaded ahead: what is imported there is just imported. */
    transform(code, id) {
      if (id !== preloadHelper) return null;
      if (!beginOfPreload.test(code)) throw new Error("This Vite preloads in another way than shared-worker knows.");
      return code.replace(beginOfPreload, `$1 if (typeof document === "undefined") return baseModule();`);
    },

    /** What a worker has from its start, and no page ever, is one file: dozens of small ones compress badly. */
    config: () => {
      const group = { name: "worker", includeDependenciesRecursively: false, test: (id: string) => startsWith.has(id) };
      return { build: { rolldownOptions: { output: { codeSplitting: { groups: [group] } } } } };
    },
    buildEnd() {
      const of = (id: string) => this.getModuleInfo(id);
      const pages = [...this.getModuleIds()].filter((id) => of(id)?.isEntry && !workers.has(id));
      const inPages = reached(pages, (id) => [
        ...(of(id)?.importedIds ?? []),
        ...(of(id)?.dynamicallyImportedIds ?? []),
      ]);
      const inWorkers = reached(workers, (id) => of(id)?.importedIds ?? []);
      startsWith = new Set([...inWorkers.difference(inPages)].filter(isOwnFile));
    },
  };
}

/**
 * Libraries import whole shelves and use a book; only the bundler knows which. And what is no file has no place among files:
 * where it is put would follow from the folder that the project is in.
 */
function isOwnFile(id: string): boolean {
  return isAbsolute(id) && !id.includes("/node_modules/");
}

function reached(from: Iterable<string>, next: (id: string) => readonly string[]): Set<string> {
  const all = new Set(from);
  for (const id of all) for (const found of next(id)) all.add(found);
  return all;
}
