/** A day as people write it where they are, from Unix seconds. */
export function dayText(seconds: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: "long" }).format(seconds * 1000);
}

/** With the time, for what is hours away or hours ago. */
export function momentText(seconds: number): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: "long", timeStyle: "short" }).format(seconds * 1000);
}

const day = 24 * 60 * 60;

/** "in 2 days" where something ends within three; undefined where that is far. */
export function soonText(seconds: number, now = Date.now() / 1000): string | undefined {
  const left = seconds - now;
  if (left > 3 * day || left < 0) return undefined;
  const relative = new Intl.RelativeTimeFormat(undefined, { numeric: "auto" });
  return left > day ? relative.format(Math.round(left / day), "day") : relative.format(Math.ceil(left / 3600), "hour");
}
