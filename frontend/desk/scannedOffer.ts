import { createStore } from "../session/createStore.ts";

/** What a phone's camera brought here before anybody had come in, and where it leads; kept until it is answered. */
export const scannedOffer = createStore<{ path: string; code: string } | undefined>(undefined);
