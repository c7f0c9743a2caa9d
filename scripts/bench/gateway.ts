import type { Measure, Platform } from "../measure/Measure.ts";

/** All that this measures is loaded where it can run, which a page cannot: it starts processes. */
export async function* measures({ kind }: Platform): AsyncGenerator<Measure> {
  if (kind === "node") yield* (await import("./gateway/gatewayMeasures.ts")).gatewayMeasures();
  else yield { name: "left-out", value: 0, unit: "runs in Node only" };
}
