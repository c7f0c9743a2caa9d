import { createStore, get, set } from "idb-keyval";
import type { VisitStore } from "./VisitStore.ts";

export function createVisitStore(): VisitStore {
  const store = createStore("ownchart-visits", "visits");
  return {
    get: (name) => get<Uint8Array>(name, store),
    set: (name, sealed) => set(name, sealed, store),
  };
}
