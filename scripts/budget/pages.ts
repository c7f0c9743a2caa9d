/** A thousand bytes, as browsers and bundlers count them. */
export const kilobyte = 1000;

/** What somebody waits for first: a page's scripts, with the module of the screen it begins with where that is apart. */
export type Page = { title: string; page: string; screen?: string; most: number };

export const pages: readonly Page[] = [
  { title: "Landing page", page: "frontend/index.html", most: 20 * kilobyte },
  { title: "App", page: "frontend/app/index.html", most: 270 * kilobyte },
];

/**
 * Beside the page from its start. Half of it is libsodium; the other half reads the chain and asks the gateway, which could
 * move to the page, where the same library is loaded already: then it would be 170, which is what it should come to.
 */
export const mostOfWorkers = 310 * kilobyte;
