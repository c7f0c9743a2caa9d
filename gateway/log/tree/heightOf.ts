/** How many levels of nodes stand above so many leaves. */
export function heightOf(leaves: number): number {
  return leaves <= 1 ? 0 : 32 - Math.clz32(leaves - 1);
}
