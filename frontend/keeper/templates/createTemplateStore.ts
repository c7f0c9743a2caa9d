import { createStore, get, update } from "idb-keyval";
import type { TemplateStore } from "./TemplateStore.ts";

export function createTemplateStore(): TemplateStore {
  const store = createStore("ownchart-templates", "templates");
  return {
    get: (name) => get<Uint8Array>(name, store),
    change: (name, changed) => update<Uint8Array>(name, changed, store),
  };
}
