/** A thousand bytes, as browsers and bundlers count them. */
export const kilobyte = 1000;

/** What somebody waits for first: a page's scripts, with the module of the screen it begins with where that is apart. */
export type Page = { title: string; page: string; screen?: string; most: number };

export const pages: readonly Page[] = [
  { title: "Landing page", page: "frontend/index.html", most: 20 * kilobyte },
  { title: "App", page: "frontend/app/index.html", most: 270 * kilobyte },
];

/** What they need beside the page's own scripts from their start; 120 of it are libsodium. */
export const mostOfWorkers = 170 * kilobyte;
