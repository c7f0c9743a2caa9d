/** How a vault stands that nobody has touched for a while. */
export type Idleness = { state: "in use" } | { state: "warned"; secondsLeft: number } | { state: "over" };

export type IdlenessParameters = { now: number; touchedAt: number; minutes: number };

/** By the clock and not by counting, since machines sleep. Times are in milliseconds. */
export function idlenessOf({ now, touchedAt, minutes }: IdlenessParameters): Idleness {
  const left = touchedAt + minutes * 60_000 - now;
  if (left <= 0) return { state: "over" };
  return left > warningSeconds * 1000 ? { state: "in use" } : { state: "warned", secondsLeft: Math.ceil(left / 1000) };
}

export const warningSeconds = 30;
