import { createStore } from "./createStore.ts";

/** What has just come of something, told on whichever screen is next. */
export const announcement = createStore<string | undefined>(undefined);

let fading: ReturnType<typeof setTimeout> | undefined;

export function announce(sentence: string): void {
  clearTimeout(fading);
  announcement.set(sentence);
  fading = setTimeout(() => announcement.set(undefined), longEnoughToRead);
}

const longEnoughToRead = 12_000;
