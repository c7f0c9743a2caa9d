import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { ChartError } from "#core/chart/ChartError.ts";
import type { ReadBack } from "#core/chart/readBack/ReadBack.ts";
import { type ReadBackOfParameters, readBackOf } from "#core/chart/readBack/readBackOf.ts";
import { recordsOfChartFiles } from "#core/chart/readBack/recordsOfChartFiles.ts";
import { requireFile } from "../readSmallFile.ts";

export type ReadExportParameters = Omit<ReadBackOfParameters, "content"> & { path: string };

/** What is in an archive, its ZIP file, a chart's Bundle, or a folder that `export` wrote. */
export async function readExport({ path, passphrase, now }: ReadExportParameters): Promise<ReadBack> {
  const back = (await isFolder(path))
    ? await recordsOfChartFiles({ file: (name) => fileIn(path, name), now })
    : await readBackOf({ content: await fileAt(path), passphrase, now });
  if (back === undefined) throw new ChartError("NotAChart");
  return back;
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isDirectory() ?? false;
}

/** An index could name any file of this machine's, and a chart is no place for those. */
async function fileIn(folder: string, name: string): Promise<Blob | undefined> {
  const isOfExport = /^(?:index\.json|bundle\.json|files\/(?!\.\.?$)[^/\\]+)$/.test(name);
  if (!isOfExport) throw new ChartError("ExportDamaged");
  const path = join(folder, name);
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true ? openAsBlob(path) : undefined;
}

async function fileAt(path: string): Promise<Blob> {
  await requireFile(path, Infinity);
  return openAsBlob(path);
}
