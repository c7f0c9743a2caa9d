/** Whether an instant in RFC 3339, in UTC, was or will be: a Date rolls the 30th of February over into March. */
export function isOnTheCalendar(instant: string): boolean {
  const milliseconds = Date.parse(instant);
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(instant.slice(0, 19));
}
