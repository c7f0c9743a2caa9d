import { type ChartErrorName, chartErrorSentences } from "./chartErrorSentences.ts";

/** Something about a chart that cannot be done: its name, and one sentence for a person as the message. */
export class ChartError extends Error {
  override readonly name: ChartErrorName;

  constructor(name: ChartErrorName, cause?: unknown) {
    super(chartErrorSentences[name], cause === undefined ? undefined : { cause });
    this.name = name;
  }
}
