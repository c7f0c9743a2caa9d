/** A moment as `2026-11-21T22:50` where somebody is, as the browser's own field for it writes it. */
export function localMoment(at: Date): string {
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
