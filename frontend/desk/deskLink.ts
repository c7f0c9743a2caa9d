/** Where a clinician's QR leads, below the app's base. */
export const deskPath = "/sharing/desk";

/** Where the QR of a new device of one's own leads. */
export const devicePath = "/vault/device";

/** What a QR holds: a link to this app. What follows the `#` no server is told. */
export function deskLink(path: string, offer: string, origin = location.origin): string {
  return `${origin}/app${path}#${offer}`;
}
