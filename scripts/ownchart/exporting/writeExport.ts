import { mkdir, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type WriteChartFilesParameters, type WrittenChart, writeChartFiles } from "#core/chart/writeChartFiles.ts";
import { CommandError } from "../CommandError.ts";

export type WriteExportParameters = Omit<WriteChartFilesParameters, "write"> & { folder: string };

export type Exported = WrittenChart & { folder: string };

/** A chart as a folder, which appears under its name whole or not at all. */
export async function writeExport({ folder, ...parameters }: WriteExportParameters): Promise<Exported> {
  await requireFree(folder);
  const draft = `${folder.replace(/\/+$/, "")}.${process.pid}.draft`;
  await mkdir(draft, { recursive: true, mode: 0o700 });
  try {
    const write = (path: string, content: Uint8Array) => writeInto(join(draft, path), content);
    const exported = await writeChartFiles({ ...parameters, write });
    await rename(draft, folder); // refused by the system where something came there meanwhile
    return { folder, ...exported };
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

/** Asked first, since what follows may take long. */
async function requireFree(folder: string): Promise<void> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  if (there.length > 0) throw new CommandError("FileExists", { about: folder });
}

async function writeInto(file: string, content: Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content, { flag: "wx" });
}
