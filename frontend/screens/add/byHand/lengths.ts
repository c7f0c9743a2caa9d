/** What a title holds, so that no name is cut. */
export const longestName = 100;

export const longestLine = 500;
