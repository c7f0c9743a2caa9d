import type { Browser } from "playwright";
import type { BrowserWorld } from "../../../test/browser/support/startApp.ts";
import { patients } from "../../seed/people.ts";
import type { Measure } from "../Measure.ts";
import { fillSampleChart } from "./fillSampleChart.ts";
import { medianOf } from "./medianOf.ts";
import { framesOfScrolling } from "./framesOfScrolling.ts";
import { openTimeline } from "./openTimeline.ts";
import { shareTimes } from "./shareTimes.ts";

export type AppMeasuresParameters = { browser: Browser; world: BrowserWorld };

const [shares, openings, records, seconds] = [20, 5, 1000, 3];

/** What people wait for: a share, a long chart, and its next picture. */
export async function* appMeasures({ browser, world }: AppMeasuresParameters): AsyncGenerator<Measure> {
  const times = await shareTimes({ browser, world, person: patients.tomas, runs: shares });
  yield { name: `share.median.${shares}`, value: medianOf(times), unit: "ms" };
  yield { name: `share.longest.${shares}`, value: Math.max(...times), unit: "ms" };

  const person = patients.leo;
  const all = await fillSampleChart({ world, person, count: records });
  const opened = [];
  for (let run = 0; run < openings; run++) {
    const { page, milliseconds } = await openTimeline({ browser, world, person, records: all });
    opened.push(milliseconds);
    yield { name: `timeline.${all}.${run + 1}`, value: milliseconds, unit: "ms" };
    if (run === openings - 1) {
      const { count, longest } = await framesOfScrolling(page, seconds);
      yield { name: `scrolling.${all}.frames`, value: count, unit: `in ${seconds} s` };
      yield { name: `scrolling.${all}.longest`, value: longest, unit: "ms" };
    }
    await page.context().close();
  }
  yield { name: `timeline.${all}.median`, value: medianOf(opened), unit: "ms" };
}
