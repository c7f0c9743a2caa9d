import type { Measure, Platform, Topic } from "./Measure.ts";

const platform: Platform = { kind: "node", memory: () => process.memoryUsage.rss() };

export async function* measuresInNode(module: URL): AsyncGenerator<Measure> {
  const topic = (await import(module.href)) as Topic;
  yield* topic.measures(platform);
}
