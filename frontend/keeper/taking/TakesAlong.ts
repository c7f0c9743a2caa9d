export type TakesAlong = {
  /** One's own whole chart as one file; where anything but a single record goes wrong, none. One at a time. */
  takeEverything(wish: TakeWish, told: (progress: TakeProgress) => void): Promise<TakenChart>;
  cancelTaking(): Promise<void>;
};

/** For another app, in the clear; or to keep, under a passphrase. */
export type TakeWish = { form: "bundle" } | { form: "archive"; passphrase: string };

/** In records. */
export type TakeProgress = { done: number; total: number };

export type TakenChart = { file: Blob; records: number; lost: LostOfChart[] };

/** A record that cannot be had: what is known of it, and why. */
export type LostOfChart = { title: string | undefined; publishedAt: number; refusal: string };
