import { GatewayError } from "../GatewayError.ts";

export type CreateBucketsParameters = {
  perMinute: number;
  /** So many are remembered; whoever was not seen for the longest begins anew. */
  mostRemembered?: number;
  /** In seconds, from anywhere. */
  clock?: () => number;
};

/** Lets everybody do something so many times a minute: at once or evenly, as they like. */
export function createBuckets(parameters: CreateBucketsParameters) {
  const { perMinute, mostRemembered = 50_000, clock = () => performance.now() / 1000 } = parameters;
  const buckets = new Map<string, { tokens: number; at: number }>();

  /** Refuses who has none left, and says when there will be one. */
  return function takeToken(who: string): void {
    const now = clock();
    const { tokens, at } = buckets.get(who) ?? { tokens: perMinute, at: now };
    const filled = Math.min(perMinute, tokens + ((now - at) * perMinute) / 60);
    const isAllowed = filled >= 1;
    buckets.delete(who); // a Map remembers who was added last
    buckets.set(who, { tokens: isAllowed ? filled - 1 : filled, at: now });
    if (buckets.size > mostRemembered) buckets.delete(buckets.keys().next().value!);
    if (!isAllowed) throw new GatewayError("QuotaReached", { retryAfter: Math.ceil(((1 - filled) * 60) / perMinute) });
  };
}
