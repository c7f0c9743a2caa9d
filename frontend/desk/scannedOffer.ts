import { createStore } from "../session/createStore.ts";

/** What a phone's camera brought here before anybody had come in; kept until it is answered. */
export const scannedOffer = createStore<string | undefined>(undefined);
