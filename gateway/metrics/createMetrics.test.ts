import { expect, test } from "vitest";
import { createMetrics } from "./createMetrics.ts";

test("counters count, gauges are set, histograms sort, all in Prometheus's text", () => {
  const metrics = createMetrics();
  const count = metrics.counter("things", "How many.");
  const gauge = metrics.gauge("level", "How high.");
  const observe = metrics.histogram("seconds", "How long.");
  count();
  count();
  count({ kind: "other" });
  gauge(3, { of: "a" });
  gauge(2.5, { of: "a" });
  observe(0.05, { route: "/x/:y" });
  observe(100, { route: "/x/:y" });
  expect(metrics.text()).toBe(`# HELP things How many.
# TYPE things counter
things 2
things{kind="other"} 1
# HELP level How high.
# TYPE level gauge
level{of="a"} 2.5
# HELP seconds How long.
# TYPE seconds histogram
seconds_bucket{route="/x/:y",le="0.005"} 0
seconds_bucket{route="/x/:y",le="0.02"} 0
seconds_bucket{route="/x/:y",le="0.1"} 1
seconds_bucket{route="/x/:y",le="0.5"} 1
seconds_bucket{route="/x/:y",le="2"} 1
seconds_bucket{route="/x/:y",le="10"} 1
seconds_bucket{route="/x/:y",le="60"} 1
seconds_bucket{route="/x/:y",le="+Inf"} 2
seconds_sum{route="/x/:y"} 100.05
seconds_count{route="/x/:y"} 2
`);
});

test("nothing in a label can end it", () => {
  const metrics = createMetrics();
  metrics.gauge("level", "How high.")(1, { of: 'a"b\\c\nd' });
  expect(metrics.text().split("\n")[2]).toBe('level{of="a\\"b\\\\c\\nd"} 1');
});
