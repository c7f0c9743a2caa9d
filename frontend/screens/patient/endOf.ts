const days = { day: 1, week: 7, month: 30, year: 365 };

export type Period = keyof typeof days;

/** A day, a week … from now, in Unix seconds. */
export function endOf(period: Period, now = Date.now()): number {
  return Math.floor(now / 1000) + days[period] * 24 * 60 * 60;
}
