/** Days are counted by the clock of UTC: no summer time moves a visit to another day. */
const aDay = 86_400_000;

export function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * aDay);
}

export function minutesAfter(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * 60_000);
}

export function monthsAfter(at: Date, months: number): Date {
  const moved = new Date(at);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  return moved;
}

export function yearsBetween(from: Date, to: Date): number {
  return (to.getTime() - from.getTime()) / (365.25 * aDay);
}

/** The working day on which somebody comes who should come on this day: never a later one. */
export function workingDay(at: Date): Date {
  const weekday = at.getUTCDay();
  return daysAfter(at, -({ 0: 2, 6: 1 }[weekday] ?? 0));
}

/** In UTC, at a time when Massachusetts works. */
export function atTime(at: Date, hour: number, minute: number): Date {
  const set = new Date(at);
  set.setUTCHours(hour, minute, 0, 0);
  return set;
}
