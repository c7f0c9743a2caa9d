import type { Output } from "../Circumstances.ts";
import { byteText } from "./byteText.ts";

export type Progress = {
  update(done: number): void;
  /** Takes the bar away. */
  end(): void;
};

export type CreateProgressParameters = {
  title: string;
  total: number;
  unit: "bytes" | "records";
  stderr: Output;
  /** Milliseconds. */
  now: () => number;
};

const redrawAfter = 100;
const sayAfter = 10_000;

/** A bar where somebody watches; elsewhere a line now and then. */
export function createProgress({ title, total, unit, stderr, now }: CreateProgressParameters): Progress {
  const started = now();
  const every = stderr.isTTY === true ? redrawAfter : sayAfter;
  let shown = stderr.isTTY === true ? -Infinity : started;
  let isDrawn = false;
  return {
    update(done) {
      const at = now();
      if (at - shown < every && done < total) return;
      if (stderr.isTTY !== true && at - shown < every) return;
      shown = at;
      const state = stateText({ done, total, unit, seconds: (at - started) / 1000 });
      if (stderr.isTTY === true) {
        isDrawn = true;
        stderr.write(`\r\u001b[2K${fitted(`${title} ${bar(done, total)} ${state}`, stderr.columns)}`);
      } else stderr.write(`${title}: ${state}\n`);
    },
    end() {
      if (isDrawn) stderr.write("\r\u001b[2K");
    },
  };
}

type State = { done: number; total: number; unit: "bytes" | "records"; seconds: number };

function stateText({ done, total, unit, seconds }: State): string {
  const text = (count: number) => (unit === "bytes" ? byteText(count) : `${Math.round(count).toLocaleString("en-GB")}`);
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  const amount = `${percent}%, ${text(done)} of ${text(total)}${unit === "records" ? " records" : ""}`;
  if (seconds < 1 || done === 0) return amount;
  const rate = done / seconds;
  return `${amount}, ${text(rate)}/s, ${timeText((total - done) / rate)} left`;
}

function bar(done: number, total: number): string {
  const filled = total === 0 ? 20 : Math.min(20, Math.floor((20 * done) / total));
  return `[${"#".repeat(filled)}${"-".repeat(20 - filled)}]`;
}

function timeText(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  if (whole < 90) return `${whole} s`;
  return whole < 5400 ? `${Math.round(whole / 60)} min` : `${Math.round(whole / 3600)} h`;
}

/** A bar that is wider than its line would leave a trail. */
function fitted(line: string, columns = 80): string {
  return line.slice(0, Math.max(1, columns - 1));
}
