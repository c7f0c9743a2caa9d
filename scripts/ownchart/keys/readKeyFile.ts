import { readSmallFile } from "../readSmallFile.ts";
import { type KeyFile, keyFileLimit, parseKeyFile } from "./KeyFile.ts";

export async function readKeyFile(path: string): Promise<KeyFile> {
  return parseKeyFile(await readSmallFile(path, keyFileLimit));
}
