/** The day, here, in which a Unix second lies: 2027-01-31. */
export function dayOf(seconds: number): string {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short" }).format(seconds * 1000);
}

/** With hours and minutes. */
export function minuteOf(seconds: number): string {
  return new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short" }).format(seconds * 1000);
}
