import lighthouse from "lighthouse";
import { chromium } from "playwright";
import { chromiumFlags } from "../browser/chromiumFlags.ts";
import { findChromium } from "../browser/findChromium.ts";
import { freePort } from "#test/support/freePort.ts";

export type Audit = {
  /** From 0 to 1, by Lighthouse's names. */
  scores: Record<"performance" | "best-practices" | "accessibility", number>;
  /** What cost something. */
  faults: string[];
};

/** Lighthouse on a page, as a phone of middling power with a middling line would have it. */
export async function auditPage(url: string): Promise<Audit> {
  const port = await freePort();
  const args = [...chromiumFlags, `--remote-debugging-port=${port}`];
  await using opened = new AsyncDisposableStack();
  opened.use(await chromium.launch({ args, ...(await findChromium()) }));
  const onlyCategories = ["performance", "best-practices", "accessibility"];
  const result = await lighthouse(url, { port, onlyCategories, logLevel: "error" });
  if (result === undefined) throw new Error(`Lighthouse had nothing to say about ${url}.`);
  const { categories, audits } = result.lhr;
  const scoreOf = (name: string) => categories[name]?.score ?? 0;
  return {
    scores: {
      performance: scoreOf("performance"),
      "best-practices": scoreOf("best-practices"),
      accessibility: scoreOf("accessibility"),
    },
    faults: Object.values(audits)
      .filter(({ score }) => score !== null && score < 0.9)
      .map(({ title, displayValue = "" }) => `${title} ${displayValue}`.trim()),
  };
}
