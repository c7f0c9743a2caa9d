/** The day of a moment in so many years, as a field of the browser's holds days, where whoever looks at it is. */
export function dayAfterYears(seconds: number, years: number): string {
  const date = new Date(seconds * 1000);
  date.setFullYear(date.getFullYear() + years);
  const [month, day] = [date.getMonth() + 1, date.getDate()].map((it) => String(it).padStart(2, "0"));
  return `${date.getFullYear()}-${month}-${day}`;
}

/** In Unix seconds. */
export function startOfDay(day: string): number {
  return Math.floor(new Date(`${day}T00:00:00`).getTime() / 1000);
}

/** Its last second, so that everybody reads the day that was chosen. */
export function endOfDay(day: string): number {
  return Math.floor(new Date(`${day}T23:59:59`).getTime() / 1000);
}
