/** Enough of an address or a hash to tell it from others at a glance. */
export function shortHex(hex: string): string {
  return `${hex.slice(0, 8)}…${hex.slice(-4)}`.toLowerCase();
}
