import type { Page } from "playwright";

/** A screen, and how somebody gets to it. */
export type Screen = { name: string; person?: string; open(page: Page): Promise<void> };
