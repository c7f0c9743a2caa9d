import type { Page } from "playwright";

export const link = (page: Page, name: string) => page.getByRole("link", { name, exact: true }).click();
