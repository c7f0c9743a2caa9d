import { readFile, stat } from "node:fs/promises";
import { CommandError } from "./CommandError.ts";
import { explainFailure } from "./output/explainFailure.ts";
import type { CommandErrorName } from "./commandErrorSentences.ts";

/** A text that should be short, such as keys; what is wrong with the file is told with its name. */
export async function readSmallFile(path: string, most: number): Promise<string> {
  await requireFile(path, most);
  return readFile(path, "utf8");
}

/** The size of a file that is one, and not too large. */
export async function requireFile(path: string, most: number): Promise<number> {
  const found = await stat(path).catch((error: unknown) => {
    throw fileError(path, error);
  });
  if (!found.isFile()) throw new CommandError("NotAFile", { about: path });
  if (found.size > most) throw new CommandError("FileTooLarge", { about: path });
  return found.size;
}

/** A system's error as a refusal that names the file, where it is one of a file. */
export function fileError(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  const { name } = explainFailure(error);
  return code === undefined || name === "Unexpected"
    ? error
    : new CommandError(name as CommandErrorName, { about: path });
}
