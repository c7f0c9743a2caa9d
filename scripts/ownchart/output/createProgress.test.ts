import { describe, expect, it } from "vitest";
import { written } from "#test/support/commandLine.ts";
import { createProgress } from "./createProgress.ts";

function onScreen(isTTY: boolean, columns = 80) {
  const stderr = written({ isTTY, columns });
  let milliseconds = 0;
  const progress = createProgress({
    title: "Publishing",
    total: 10_000_000,
    unit: "bytes",
    stderr,
    now: () => milliseconds,
  });
  const at = (time: number, done: number) => {
    milliseconds = time;
    progress.update(done);
  };
  return { stderr, progress, at };
}

describe("progress", () => {
  it("is a bar with rate and time left where somebody watches, and is taken away", () => {
    const { stderr, progress, at } = onScreen(true);
    at(2000, 4_000_000);
    expect(stderr.text()).toBe(
      "\r\u001b[2KPublishing [########------------] 40%, 4.0 MB of 10.0 MB, 2.0 MB/s, 3 s left",
    );
    progress.end();
    expect(stderr.text().endsWith("\r\u001b[2K")).toBe(true);
  });

  it("is drawn ten times a second at most, and fits its line", () => {
    const { stderr, at } = onScreen(true, 30);
    for (let time = 0; time <= 1000; time += 5) at(time, time);
    const drawn = stderr.text().split("\r\u001b[2K").slice(1);
    expect(drawn).toHaveLength(11);
    expect(Math.max(...drawn.map(({ length }) => length))).toBeLessThan(30);
  });

  it("elsewhere is a plain line now and then", () => {
    const { stderr, progress, at } = onScreen(false);
    at(9000, 1_000_000);
    expect(stderr.text()).toBe("");
    at(10_000, 2_000_000);
    at(11_000, 3_000_000);
    progress.end();
    expect(stderr.text()).toBe("Publishing: 20%, 2.0 MB of 10.0 MB, 200 kB/s, 40 s left\n");
  });

  it("knows nothing to do for done", () => {
    const stderr = written({ isTTY: true });
    createProgress({ title: "Exporting", total: 0, unit: "records", stderr, now: () => 0 }).update(0);
    expect(stderr.text()).toContain("100%, 0 of 0 records");
  });
});
