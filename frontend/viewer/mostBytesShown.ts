/** What is larger is for programs made for it; a page would stand still over it. */
export const mostBytesShown = 50 * 2 ** 20;
