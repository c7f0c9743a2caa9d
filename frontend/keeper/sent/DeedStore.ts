import type { KeptDeed } from "./Deed.ts";

/** Where one person's deeds lie, for all windows of a browser. */
export type DeedStore = {
  all(): Promise<KeptDeed[]>;
  change(changed: (before: KeptDeed[]) => KeptDeed[]): Promise<void>;
  /** As long as the work goes on, and its window lives, the deed is held. */
  hold<Result>(key: string, work: () => Promise<Result>): Promise<Result>;
  isHeld(key: string): Promise<boolean>;
};
