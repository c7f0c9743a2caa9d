import { createStore, del, delMany, entries, get, set } from "idb-keyval";
import type { DraftStore, KeptDraft } from "./DraftStore.ts";

export function createDraftStore(): DraftStore {
  const store = createStore("ownchart-drafts", "drafts");
  return {
    get: (name) => get<KeptDraft>(name, store),
    set: (name, draft) => set(name, draft, store),
    remove: (name) => del(name, store),
    async removeBefore(time) {
      const all = await entries<string, KeptDraft>(store);
      const old = all.filter(([, { keptAt }]) => keptAt < time).map(([name]) => name);
      await delMany(old, store);
    },
  };
}
