import { importFile } from "ipfs-unixfs-importer";
import { expect, test } from "vitest";
import { cidHasher } from "#core/sealing/body/cidHasher.ts";
import { countedBytes } from "#test/support/sealing/countedBytes.ts";
import { importOptions } from "./importOptions.ts";

const MiB = 2 ** 20;

test("a file of more than 1,024 chunks has the CID that sealing gives it", { timeout: 120_000 }, async () => {
  const chunk = countedBytes(MiB);
  async function* flowing() {
    for (let n = 0; n < 1024; n++) yield chunk;
    yield countedBytes(3);
  }
  const hasher = cidHasher();
  for await (const part of flowing()) await hasher.update(part);
  const nowhere = { put: async <Cid>(cid: Cid) => cid };
  const { cid } = await importFile({ content: flowing() }, nowhere, importOptions(new URLSearchParams()));
  expect(String(cid)).toBe(await hasher.digest());
});
