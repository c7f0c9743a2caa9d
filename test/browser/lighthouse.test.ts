import { afterAll, beforeAll, expect, it } from "vitest";
import type { ServedApp } from "../../scripts/app/serveApp.ts";
import { auditPage } from "../../scripts/lighthouse/auditPage.ts";
import { serveForAudit } from "../../scripts/lighthouse/serveForAudit.ts";

let served: ServedApp;

beforeAll(async () => void (served = await serveForAudit()));

afterAll(() => served?.end());

const enough = 0.95;

/** A machine that others use too stalls now and then, but hardly three times in a row. */
it.each(["/", "/app/"])("Lighthouse finds %s fast and well made", { retry: 2 }, async (path) => {
  const { scores, faults } = await auditPage(served.url + path);
  expect(scores.performance, faults.join("; ")).toBeGreaterThanOrEqual(enough);
  expect(scores["best-practices"], faults.join("; ")).toBeGreaterThanOrEqual(enough);
});
