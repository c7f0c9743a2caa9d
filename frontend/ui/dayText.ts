/** A day as people write it where they are, from Unix seconds. */
export function dayText(seconds: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: "long" }).format(seconds * 1000);
}

/** With the time, for what is hours away or hours ago. */
export function momentText(seconds: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeStyle: "short" }).format(seconds * 1000);
}
