import { describe, expect, it } from "vitest";
import { listShared, readShared } from "./shared.ts";

const folder = "fixtures/synthea-r4";
const names = await listShared(folder);
const isAbsent = names.length === 0;
const vectors = await readShared("vectors/sealing/vectors.json");

describe.skipIf(isAbsent)(isAbsent ? "shared data (left out: there is no ../shared)" : "shared data", () => {
  it("arrives whole", () => {
    expect(vectors?.length).toBeGreaterThan(1_000_000);
    expect(() => JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(vectors)) as unknown).not.toThrow();
  });

  it("lists a folder in order, names in all languages", () => {
    expect(names).toEqual(names.toSorted());
    expect(names.filter((name) => /[^\0-\x7f]/.test(name))).not.toEqual([]);
  });

  it("arrives as it is stored, compressed or not", async () => {
    for (const name of names.filter((each) => each.endsWith(".json.gz"))) {
      const bytes = await readShared(`${folder}/${name}`);
      expect([...bytes!.subarray(0, 2)]).toEqual([0x1f, 0x8b]);
    }
  });
});

describe("what is not there", () => {
  it("is undefined as a file", async () => {
    expect(await readShared("no/such.json")).toBeUndefined();
  });

  it("is empty as a folder", async () => {
    expect(await listShared("no/such")).toEqual([]);
  });

  it.each(["..", "../package.json", "fixtures/../../package.json", "../shared-other/file"])(
    "is refused outside of the shared folder: %s",
    async (path) => {
      await expect(readShared(path)).rejects.toThrow("is not in the shared folder");
    },
  );
});
