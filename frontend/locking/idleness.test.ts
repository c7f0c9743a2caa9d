import { describe, expect, test } from "vitest";
import { idlenessOf } from "./idleness.ts";

const after = (seconds: number, minutes = 10) =>
  idlenessOf({ now: 1_000_000 + seconds * 1000, touchedAt: 1_000_000, minutes });

describe("a vault that nobody touches", () => {
  test("stays open until half a minute before its time", () => {
    expect(after(0)).toEqual({ state: "in use" });
    expect(after(569)).toEqual({ state: "in use" });
  });

  test("warns for half a minute, and counts down", () => {
    expect(after(570)).toEqual({ state: "warned", secondsLeft: 30 });
    expect(after(599.5)).toEqual({ state: "warned", secondsLeft: 1 });
  });

  test("locks at its time, and at once on a machine that slept past it", () => {
    expect(after(600)).toEqual({ state: "over" });
    expect(after(86_400)).toEqual({ state: "over" });
  });

  test("warns half a minute before even where its time is one minute", () => {
    expect(after(29, 1)).toEqual({ state: "in use" });
    expect(after(30, 1)).toEqual({ state: "warned", secondsLeft: 30 });
  });
});
