import type { BuiltApp } from "../build/buildApp.ts";
import { BuildParts } from "./BuildParts.ts";
import { type Page, mostOfWorkers, pages } from "./pages.ts";
import type { Weight } from "./Weight.ts";

/** What somebody downloads before the first screens, in workers beside them, and whenever more is used. */
export function weighApp(build: BuiltApp, wanted: readonly Page[] = pages): Weight[] {
  const parts = new BuildParts(build);
  const first = wanted.map((page) => ({ ...page, scripts: firstScripts(parts, page) }));
  const atFirst = new Set(first.flatMap(({ scripts }) => [...scripts]));
  const workers = parts.workersOf(atFirst).difference(atFirst);
  const later = parts.chunks.filter((it) => it.isDynamicEntry && !atFirst.has(it.fileName));
  return [
    ...first.map(({ title, scripts, most }) => ({ title, bytes: parts.bytesOf(scripts), most })),
    { title: "Workers beside it", bytes: parts.bytesOf(workers), most: mostOfWorkers },
    { title: "Styles of all pages", bytes: parts.bytesOf(parts.stylesheets()) },
    ...later.map((chunk) => {
      const scripts = parts.scriptsOf([chunk]);
      const more = scripts.union(parts.workersOf(scripts)).difference(atFirst).difference(workers);
      return { title: `${chunk.name}, when it is used`, bytes: parts.bytesOf(more) };
    }),
  ];
}

function firstScripts(parts: BuildParts, { page, screen }: Page): Set<string> {
  const shown = screen === undefined ? [] : parts.chunksWith(screen);
  if (screen !== undefined && shown.length === 0) throw new Error(`The build does not hold ${screen}.`);
  return parts.scriptsOf([...parts.chunksWith(page), ...shown]);
}
