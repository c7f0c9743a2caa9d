import type { ManifestRow } from "./parseManifest.ts";

/** Which line is about which file: by its path from the list on, where one line and one file fit each other and no others. */
export function matchRows(rows: readonly ManifestRow[], paths: readonly string[]): ReadonlyMap<string, ManifestRow> {
  const byFile = Map.groupBy(rows, ({ file }) => file.replaceAll("\\", "/").replace(/^\.?\//, ""));
  const found = paths.flatMap((path) => {
    const fitting = endingsOf(path).flatMap((ending) => byFile.get(ending) ?? []);
    const [row, another] = fitting;
    return row === undefined || another !== undefined ? [] : [{ path, row }];
  });
  const byRow = Map.groupBy(found, ({ row }) => row);
  return new Map(found.filter(({ row }) => byRow.get(row)!.length === 1).map(({ path, row }) => [path, row]));
}

/** "a/b/c.pdf", "b/c.pdf", "c.pdf". */
function endingsOf(path: string): string[] {
  const parts = path.split("/");
  return parts.map((_, place) => parts.slice(place).join("/"));
}
