import { type Address, bytesToString, isAddressEqual, stringToBytes } from "viem";
import type { Holder } from "#core/chart/Holder.ts";
import { draftName } from "#core/sealing/draft/draftName.ts";
import { openDraft } from "#core/sealing/draft/openDraft.ts";
import { sealDraft } from "#core/sealing/draft/sealDraft.ts";
import type { VisitStore } from "../visits/VisitStore.ts";
import type { Visits } from "../visits/createVisits.ts";
import type { Addition, KeepsNotices } from "./KeepsNotices.ts";

/** Older ones have long stopped being told. */
const mostPutAway = 200;

export function createNoticeKeeper(
  holder: () => Holder,
  { lastVisit }: Visits,
  store: VisitStore,
): Omit<KeepsNotices, "hasMail"> {
  const place = () => {
    const { address: subject, roots, services } = holder();
    const { chainId, consentRegistry } = services.chain;
    const at = { chainId, consentRegistry, subject, form: "notices" };
    return { roots, place: at, name: draftName(roots, at) };
  };

  async function putAwayNotices(): Promise<string[]> {
    const { name, ...sealing } = place();
    const sealed = await store.get(name);
    const opened = sealed && openDraft({ ...sealing, sealed });
    return opened === undefined ? [] : (JSON.parse(bytesToString(opened)) as string[]);
  }

  return {
    async addedByOthers() {
      const { address, services } = holder();
      const since = await lastVisit(address);
      if (since === undefined) return [];
      const records = await services.chain.recordsOf(address);
      return additionsIn(
        records.filter(({ author, publishedAt }) => publishedAt > since && !isAddressEqual(author, address)),
      );
    },
    putAwayNotices,
    async putAwayNotice(key) {
      const { name, ...sealing } = place();
      const keys = [...(await putAwayNotices()).filter((it) => it !== key), key].slice(-mostPutAway);
      await store.set(name, sealDraft({ ...sealing, content: stringToBytes(JSON.stringify(keys)) }));
    },
  };
}

function additionsIn(records: readonly { author: Address; publishedAt: number }[]): Addition[] {
  const byAuthor = Map.groupBy(records, ({ author }) => author.toLowerCase());
  return [...byAuthor.values()].map((theirs) => ({
    author: theirs[0]!.author,
    records: theirs.length,
    newestAt: Math.max(...theirs.map(({ publishedAt }) => publishedAt)),
  }));
}
