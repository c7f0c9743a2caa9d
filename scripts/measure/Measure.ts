/** One figure of ours and, where somebody else does the same, theirs from the same run. */
export type Measure = { name: string; value: number; unit: string; peer?: number };

/** What a topic may ask of the place that it runs in. */
export interface Platform {
  kind: "node" | "chromium";
  /** Bytes in use now: of the process in Node; of objects and buffers, without WebAssembly's, in Chromium. */
  memory?(): number;
}

/** What a module in scripts/bench exports. It runs in Node and in Chromium, so it imports nothing of either. */
export type Topic = { measures(platform: Platform): AsyncGenerator<Measure> };
