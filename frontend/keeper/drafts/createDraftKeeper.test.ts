import type { Hex } from "viem";
import { beforeEach, describe, expect, test } from "vitest";
import { type Person, newWorld } from "#test/support/chartPeople.ts";
import type { DraftStore, KeptDraft } from "./DraftStore.ts";
import { createDraftKeeper } from "./createDraftKeeper.ts";
import { mostFileBytes } from "./draftBytes.ts";

const kept = new Map<Hex, KeptDraft>();
const store: DraftStore = {
  get: async (name) => kept.get(name),
  set: async (name, draft) => void kept.set(name, draft),
  remove: async (name) => void kept.delete(name),
  async removeBefore(time) {
    for (const [name, { keptAt }] of kept) if (keptAt < time) kept.delete(name);
  },
};

let [patient, doctor]: Person[] = [];
let now = 0;
beforeEach(async () => {
  kept.clear();
  now = 1_800_000_000_000;
  ({ patient, doctor } = await newWorld());
});
const drafts = (person = patient!) =>
  createDraftKeeper(
    () => person,
    store,
    () => now,
  );
const nothing: File[] = [];

describe("a draft", () => {
  test("comes back with its files, byte by byte, when the vault is opened again", async () => {
    const files = [
      new File(["%PDF a letter"], "letter.pdf", { type: "application/pdf" }),
      new File([new Uint8Array([0, 255, 7])], "scan.bin"),
      new File([], "empty.txt", { type: "text/plain" }),
    ];
    const content = { name: "Ada", parts: ["labs"] };
    await drafts().keepDraft("add", { content, files });
    const draft = await drafts().draft("add");
    expect(draft?.content).toEqual(content);
    const seen = await Promise.all(
      draft!.files.map(async ({ file }) => [file!.name, file!.type, [...new Uint8Array(await file!.arrayBuffer())]]),
    );
    const expected = files.map(async (file) => [file.name, file.type, [...new Uint8Array(await file.arrayBuffer())]]);
    expect(seen).toEqual(await Promise.all(expected));
  });

  test("names the files that it has no room for", async () => {
    const large = new File([new Uint8Array(mostFileBytes)], "large.bin");
    const files = [new File(["a"], "a.txt"), large, new File(["b"], "b.txt")];
    await drafts().keepDraft("add", { content: null, files });
    const draft = await drafts().draft("add");
    expect(draft!.files.map(({ name, file }) => [name, file?.size])).toEqual([
      ["a.txt", 1],
      ["large.bin", undefined],
      ["b.txt", 1],
    ]);
  });

  test("is somebody's alone, for one form, and its latest", async () => {
    await drafts().keepDraft("share", { content: "first", files: nothing });
    await drafts().keepDraft("share", { content: "second", files: nothing });
    expect(await drafts(doctor).draft("share")).toBeUndefined();
    expect(await drafts().draft("ask")).toBeUndefined();
    expect((await drafts().draft("share"))?.content).toBe("second");
    expect(kept.size).toBe(1);
  });

  test("is thrown away by hand, and after a week", async () => {
    await drafts().keepDraft("share", { content: 1, files: nothing });
    await drafts().throwAwayDraft("share");
    expect(kept.size).toBe(0);
    await drafts().keepDraft("share", { content: 1, files: nothing });
    now += 7 * 86_400_000;
    expect(await drafts().draft("share")).toBeDefined();
    now += 1;
    expect(await drafts(doctor).draft("something else")).toBeUndefined();
    expect(kept.size).toBe(0);
  });

  test("is thrown away once it is sent, and what was only found is not", async () => {
    await drafts().keepDraft("share/0x01", { content: 1, files: nothing });
    const later = drafts();
    await later.keepDraft("share/0x02", { content: 2, files: nothing });
    await later.keepDraft("add", { content: 3, files: nothing });
    await later.throwAwaySent("share");
    expect(await later.draft("share/0x01")).toBeDefined();
    expect(await later.draft("share/0x02")).toBeUndefined();
    expect(await later.draft("add")).toBeDefined();
  });

  test("that was taken up is thrown away once it is sent, too", async () => {
    await drafts().keepDraft("share", { content: 1, files: nothing });
    const later = drafts();
    await later.takeUpDraft("share");
    await later.throwAwaySent("share");
    expect(await later.draft("share")).toBeUndefined();
  });

  test("shows neither its words nor, by its length, how much was typed", async () => {
    await drafts().keepDraft("share", { content: "x", files: nothing });
    const [[, short]] = [...kept] as [[Hex, KeptDraft]];
    await drafts().keepDraft("share", { content: "Dr. Weiss".repeat(50), files: nothing });
    const [[, long]] = [...kept] as [[Hex, KeptDraft]];
    expect(long.sealed.length).toBe(short.sealed.length);
    expect(Buffer.from(long.sealed).includes("Weiss")).toBe(false);
  });
});
