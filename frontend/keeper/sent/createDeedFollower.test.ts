import { keccak256, toHex } from "viem";
import { describe, expect, test } from "vitest";
import type { SentEnding, SentMessage } from "#client/chain/SentMessage.ts";
import type { KeptDeed } from "./Deed.ts";
import type { DeedStore } from "./DeedStore.ts";
import { createDeedFollower } from "./createDeedFollower.ts";

const hash = (text: string) => keccak256(toHex(text));

const message = (name: SentMessage["name"] = "Revoke", digest = hash(name)): SentMessage => ({
  digest,
  name,
  about: "0xa0Ee7A142d267C1f36714E4a8F75612F20a79720",
  genesis: hash("genesis"),
  since: 7,
  deadline: 1_800_000_000,
  sentAt: 1_700_000_000_000,
});

/** A browser, whose windows come and go. */
function browser() {
  let kept: KeptDeed[] = [];
  const held = new Set<string>();
  const endings = new Map<string, SentEnding>();
  return {
    endings,
    close: () => held.clear(),
    kept: () => kept,
    window() {
      const store: DeedStore = {
        all: async () => structuredClone(kept),
        change: async (changed) => void (kept = changed(kept)),
        hold: (key, work) => (held.add(key), work().finally(() => held.delete(key))),
        isHeld: async (key) => held.has(key),
      };
      return createDeedFollower({ store, endingOf: async ({ digest }) => endings.get(digest), milliseconds: 5 });
    },
  };
}

describe("a deed", () => {
  test("is told by whoever does it while they are there, and then leaves nothing", async () => {
    const { window, kept } = browser();
    const { memory, deeds } = window();
    await memory.began(message());
    expect(await deeds()).toEqual([]);
    await memory.ended(message().digest);
    expect(kept()).toEqual([]);
  });

  test("is followed after a reload, what comes after it is done once, and it is told until it is dismissed", async () => {
    const { window, endings, kept } = browser();
    await window().memory.began(message());
    const { attend, follow, deeds, dismissDeed } = window();
    const after: string[] = [];
    attend({ onSigned: () => expect.unreachable(), onDone: async (name) => after.push(name) });
    const followed = follow();
    const { digest: key } = message();
    expect(await deeds()).toEqual([{ key, name: "Revoke", ending: undefined }]);
    endings.set(key, { is: "done", isReplaced: false });
    await followed;
    expect(after).toEqual(["Revoke"]);
    expect(await window().deeds()).toEqual([{ key, name: "Revoke", ending: { is: "done", isReplaced: false } }]);
    await dismissDeed(key);
    expect(kept()).toEqual([]);
  });

  test.each<SentEnding>([{ is: "cancelled" }, { is: "lost" }, { is: "refused", name: "ConsentEpochStale" }])(
    "that came to nothing has nothing after it (%o)",
    async (ending) => {
      const { window, endings } = browser();
      await window().memory.began(message());
      endings.set(message().digest, ending);
      const { attend, follow, deeds } = window();
      attend({ onSigned: () => expect.unreachable(), onDone: () => expect.unreachable() });
      await follow();
      expect(await deeds()).toMatchObject([{ ending }]);
    },
  );

  test("is told to whoever attends once it is signed", async () => {
    const { memory, attend } = browser().window();
    const signed: string[] = [];
    attend({ onSigned: async (name) => signed.push(name), onDone: () => expect.unreachable() });
    await memory.began(message("Grant"));
    expect(signed).toEqual(["Grant"]);
  });

  test("that is waited for too long is followed in the same window", async () => {
    const { window, endings } = browser();
    const { memory, follow, deeds } = window();
    await follow();
    await memory.began(message());
    await memory.left(message().digest);
    endings.set(message().digest, { is: "expired" });
    await expect.poll(deeds).toMatchObject([{ ending: { is: "expired" } }]);
  });

  test("that is being prepared is nobody's business, and interrupted once its window is gone", async () => {
    const { window, close } = browser();
    void window().whilePreparing("Publish", () => new Promise(() => {}));
    const { follow, deeds } = window();
    expect(await deeds()).toEqual([]);
    close();
    await follow();
    expect(await deeds()).toMatchObject([{ name: "Publish", ending: { is: "interrupted" } }]);
  });

  test("that was prepared and signed is told once", async () => {
    const { window, close, endings } = browser();
    const { memory, whilePreparing } = window();
    await new Promise<void>((signed) => {
      void whilePreparing("Publish", async () => {
        await memory.began(message("Publish"));
        signed();
        return new Promise(() => {});
      });
    });
    close();
    endings.set(message("Publish").digest, { is: "done", isReplaced: false });
    const { follow, deeds } = window();
    await follow();
    expect(await deeds()).toMatchObject([{ key: message("Publish").digest, ending: { is: "done" } }]);
  });

  test("that was prepared leaves nothing, also where it failed", async () => {
    const { window, kept } = browser();
    const { whilePreparing } = window();
    expect(await whilePreparing("Publish", async () => 7)).toBe(7);
    await expect(whilePreparing("Publish", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(kept()).toEqual([]);
  });
});
