import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright";

/** What axe finds on a page that has no frames: for those alone it would open a window of its own each time. */
export async function violationsOn(page: Page): Promise<string[]> {
  if (page.frames().length > 1) throw new Error("There are frames on this page, into which nobody would look.");
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
}
