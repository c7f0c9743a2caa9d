import type { ManifestRow } from "./parseManifest.ts";

/** The line about a file: by its whole path from the list on, or by its name where no other file is called so. */
export function rowFor(path: string, rows: readonly ManifestRow[], paths: readonly string[]): ManifestRow | undefined {
  const isAbout = ({ file }: ManifestRow) => path === file || path.endsWith(`/${file.replace(/^\.?\//, "")}`);
  const fitting = rows.filter(isAbout);
  const [row] = fitting;
  if (row === undefined || fitting.length > 1) return undefined;
  const others = paths.filter((it) => it === row.file || it.endsWith(`/${row.file.replace(/^\.?\//, "")}`));
  return others.length === 1 ? row : undefined;
}
