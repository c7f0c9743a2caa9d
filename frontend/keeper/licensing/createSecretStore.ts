import { createStore, get, set } from "idb-keyval";
import type { SecretStore } from "./SecretStore.ts";

export function createSecretStore(): SecretStore {
  const store = createStore("ownchart-boards", "secrets");
  return {
    get: (name) => get<Uint8Array>(name, store),
    set: (name, sealed) => set(name, sealed, store),
  };
}
