import type { SentEnding, SentMemory, SentMessage } from "#client/chain/SentMessage.ts";
import { wait } from "#client/wait.ts";
import type { MessageName } from "#core/chain/typedMessages.ts";
import type { DeedEnding, FollowsDeeds, KeptDeed } from "./Deed.ts";
import type { DeedStore } from "./DeedStore.ts";

export type CreateDeedFollowerParameters = {
  store: DeedStore;
  /** One look at what became of a message. */
  endingOf(sent: SentMessage): Promise<SentEnding | undefined>;
  /** Between two looks. */
  milliseconds?: number;
};

export type DeedFollower = FollowsDeeds & {
  /** For whatever sends. */
  memory: SentMemory;
  /** Remembers that something is being prepared, until it is done or its window is gone. */
  whilePreparing<Result>(name: MessageName, prepare: () => Promise<Result>): Promise<Result>;
  /** Looks until everything has ended. */
  follow(): Promise<void>;
  attend(attendant: DeedAttendant): void;
};

export type DeedAttendant = {
  /** Something was signed, and is sent now. */
  onSigned(name: MessageName): Promise<unknown>;
  /** What was followed is done: what comes after it is to be done as well, as whoever sent it would have. */
  onDone(name: MessageName): Promise<unknown>;
};

/** Follows what a reload interrupted, and what was waited for too long. */
export function createDeedFollower(parameters: CreateDeedFollowerParameters): DeedFollower {
  const { store, endingOf, milliseconds = 1000 } = parameters;
  /** By this window: whoever does them says themselves what comes of them. */
  const doing = new Set<string>();
  let attendant: DeedAttendant | undefined;
  let isFollowing = false;

  const add = (deed: Omit<KeptDeed, "ending" | "at">) =>
    store.change((before) => [...before, { ...deed, at: Date.now(), ending: undefined }]);
  const remove = (key: string) => store.change((before) => before.filter((it) => it.key !== key));
  const alter = (key: string, altered: (deed: KeptDeed) => Partial<KeptDeed>) =>
    store.change((before) => before.map((it) => (it.key === key ? { ...it, ...altered(it) } : it)));

  const memory: SentMemory = {
    async began(message) {
      doing.add(message.digest);
      await add({ key: message.digest, name: message.name, message });
      await attendant?.onSigned(message.name).catch(() => {}); // nobody's share waits for it
    },
    paid: (digest, transaction) =>
      alter(digest, ({ message }) => ({ message: message && { ...message, transaction } })),
    async ended(digest) {
      await remove(digest);
      doing.delete(digest);
    },
    async left(digest) {
      doing.delete(digest);
      void follow();
    },
  };

  async function whilePreparing<Result>(name: MessageName, prepare: () => Promise<Result>): Promise<Result> {
    const key = crypto.randomUUID();
    doing.add(key);
    return store.hold(key, async () => {
      await add({ key, name, message: undefined });
      try {
        return await prepare();
      } finally {
        await remove(key);
        doing.delete(key);
      }
    });
  }

  const isOurs = async ({ key, message }: KeptDeed) =>
    !doing.has(key) && (message !== undefined || !(await store.isHeld(key)));

  /** What nobody does any more. */
  async function orphans(): Promise<KeptDeed[]> {
    const all = await store.all();
    const areOurs = await Promise.all(all.map(isOurs));
    return all.filter((_, place) => areOurs[place]);
  }

  async function follow(): Promise<void> {
    if (isFollowing) return;
    isFollowing = true;
    try {
      while (await lookOnce()) await wait(milliseconds);
    } finally {
      isFollowing = false;
    }
  }

  /** Answers whether anything is left to be looked at. */
  async function lookOnce(): Promise<boolean> {
    const kept = await orphans();
    const open = kept.filter(({ ending }) => ending === undefined);
    await Promise.all(open.map((deed) => look(deed, kept).catch(() => {}))); // asked again
    return (await orphans()).some(({ ending }) => ending === undefined);
  }

  async function look({ key, name, message, at }: KeptDeed, kept: KeptDeed[]): Promise<void> {
    if (message === undefined) {
      const isSigned = kept.some((it) => it.message !== undefined && it.name === name && it.at >= at);
      return isSigned ? remove(key) : end(key, { is: "interrupted" });
    }
    const ending = await endingOf(message);
    if (ending === undefined) return;
    if (ending.is === "done") await attendant?.onDone(name).catch(() => {});
    await end(key, ending);
  }

  const end = (key: string, ending: DeedEnding) => alter(key, () => ({ ending }));

  return {
    memory,
    whilePreparing,
    follow,
    attend: (next) => void (attendant = next),
    deeds: async () => (await orphans()).map(({ key, name, ending }) => ({ key, name, ending })),
    dismissDeed: remove,
  };
}
