import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 as anotherCrc32 } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { readZip } from "#test/support/readZip.ts";
import { ZipFile } from "./ZipFile.ts";
import { crc32 } from "./crc32.ts";

const files = {
  "bundle.json": '{"resourceType":"Bundle"}',
  "files/0001-膝の手術.pdf": "%PDF-1.7",
  "files/0002-empty.txt": "",
};

async function zipped(): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(files)) zip.add(path, new TextEncoder().encode(text));
  return zip.end().bytes();
}

test("checksums are those of another library", () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, at) => (at * 7919) % 256);
  expect(crc32(bytes)).toBe(anotherCrc32(bytes));
  expect(crc32(new Uint8Array())).toBe(0);
});

test("what was put in is found by the directory, names of all scripts included", async () => {
  const found = [...readZip(await zipped())].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
  expect(Object.fromEntries(found)).toEqual(files);
});

test("another program finds it whole and takes it out, where there is one", async (context) => {
  if (spawnSync("python3", ["--version"]).status !== 0) return context.skip("left out: there is no Python here");
  const folder = mkdtempSync(join(tmpdir(), "ownchart-zip-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, "chart.zip"), await zipped());
  const script =
    "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; z.extractall(sys.argv[2])";
  expect(spawnSync("python3", ["-c", script, join(folder, "chart.zip"), folder]).status).toBe(0);
  for (const [name, text] of Object.entries(files)) expect(readFileSync(join(folder, name), "utf8")).toBe(text);
});
