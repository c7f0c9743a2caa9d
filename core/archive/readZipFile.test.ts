import { expect, test } from "vitest";
import { ZipFile } from "./ZipFile.ts";
import { isWhole, readZipFile } from "./readZipFile.ts";

const files = { "bundle.json": "{}", "files/0001-膝の手術.pdf": "%PDF-1.7".repeat(20_000), "empty.txt": "" };

function zipped(): Blob {
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(files)) zip.add(path, new TextEncoder().encode(text));
  return zip.end();
}

test("what was put into a ZIP file is found whole in it", async () => {
  const found = (await readZipFile(zipped()))!;
  for (const [path, text] of Object.entries(files)) {
    expect(await found.get(path)!.content.text()).toBe(text);
    expect(await isWhole(found.get(path)!)).toBe(true);
  }
  expect(found.size).toBe(3);
  expect(await readZipFile(new ZipFile().end())).toEqual(new Map());
});

test("a changed byte is noticed", async () => {
  const bytes = await zipped().bytes();
  bytes[100_000]! ^= 1;
  const found = (await readZipFile(new Blob([bytes])))!;
  expect(await Promise.all([...found.values()].map(isWhole))).toEqual([true, false, true]);
});

test("what is no ZIP file, cut anywhere, or packed by another program is none", async () => {
  const whole = zipped();
  const bytes = await whole.bytes();
  const directory =
    whole.size - 22 - 3 * 46 - Object.keys(files).reduce((sum, path) => sum + Buffer.byteLength(path), 0);
  const packed = bytes.slice();
  packed[directory + 10] = 8;
  const broken = bytes.slice();
  broken[directory] = 0;
  for (const none of [
    whole.slice(0, -1),
    whole.slice(-30),
    new Blob(["PK"]),
    new Blob(),
    new Blob([packed]),
    new Blob([broken]),
  ]) {
    expect(await readZipFile(none)).toBeUndefined();
  }
});
