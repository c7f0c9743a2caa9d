/** Where a desk's QR leads, below the app's base. */
export const deskPath = "/sharing/desk";

/** What the QR holds: a link to this app. What follows the `#` no server is told. */
export function deskLink(offer: string, origin = location.origin): string {
  return `${origin}/app${deskPath}#${offer}`;
}
