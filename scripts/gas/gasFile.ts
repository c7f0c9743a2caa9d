import { readFile, writeFile } from "node:fs/promises";
import { gasTable } from "./gasTable.ts";

const figures = new URL("../../test/contracts/gas.json", import.meta.url);
const readme = new URL("../../README.md", import.meta.url);
const table = /(<!-- gas -->\n)[^]*?(<!-- \/gas -->)/;

export async function readGasFile(): Promise<Record<string, number>> {
  return JSON.parse(await readFile(figures, "utf8"));
}

/** The table of the README, as it stands there. */
export async function readGasTable(): Promise<string | undefined> {
  return table.exec(await readFile(readme, "utf8"))?.[0];
}

/** The table of the README, as it should stand there. */
export function framedGasTable(gas: Record<string, number>): string {
  return `<!-- gas -->\n${gasTable(gas)}<!-- /gas -->`;
}

export async function writeGasFiles(gas: Record<string, number>): Promise<void> {
  await writeFile(figures, `${JSON.stringify(gas, null, 2)}\n`);
  const text = await readFile(readme, "utf8");
  await writeFile(
    readme,
    text.replace(table, () => framedGasTable(gas)),
  );
}
