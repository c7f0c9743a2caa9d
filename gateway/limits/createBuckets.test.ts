import { describe, expect, test } from "vitest";
import { GatewayError } from "../GatewayError.ts";
import { createBuckets } from "./createBuckets.ts";

let now = 1000;
const clock = () => now;

function taken(takeToken: (who: string) => void, who: string): "taken" | number {
  try {
    takeToken(who);
    return "taken";
  } catch (error) {
    expect(error).toBeInstanceOf(GatewayError);
    expect((error as GatewayError).name).toBe("QuotaReached");
    return (error as GatewayError).retryAfter!;
  }
}

describe("a bucket of 60 a minute", () => {
  test("lets sixty through at once, then one a second, and says when", () => {
    const takeToken = createBuckets({ perMinute: 60, clock });
    for (let time = 0; time < 60; time++) expect(taken(takeToken, "ada")).toBe("taken");
    expect(taken(takeToken, "ada")).toBe(1);
    now += 0.5;
    expect(taken(takeToken, "ada")).toBe(1);
    now += 0.5;
    expect(taken(takeToken, "ada")).toBe("taken");
    expect(taken(takeToken, "ada")).toBe(1);
  });

  test("never holds more than sixty, however long somebody waited", () => {
    const takeToken = createBuckets({ perMinute: 60, clock });
    expect(taken(takeToken, "ada")).toBe("taken");
    now += 86_400;
    const answers = Array.from({ length: 61 }, () => taken(takeToken, "ada"));
    expect(answers.filter((answer) => answer === "taken")).toHaveLength(60);
  });

  test("is everybody's own", () => {
    const takeToken = createBuckets({ perMinute: 60, clock });
    for (let time = 0; time < 61; time++) taken(takeToken, "ada");
    expect(taken(takeToken, "ben")).toBe("taken");
  });
});

test("a bucket that fills slowly says how long that takes", () => {
  const takeToken = createBuckets({ perMinute: 2, clock });
  for (let time = 0; time < 2; time++) taken(takeToken, "ada");
  expect(taken(takeToken, "ada")).toBe(30);
});

test("of more people than can be remembered, those seen last are", () => {
  const takeToken = createBuckets({ perMinute: 1, mostRemembered: 2, clock });
  for (const who of ["ada", "ben"]) taken(takeToken, who);
  expect(taken(takeToken, "ada")).toBe(60); // and is thereby the last that was seen
  taken(takeToken, "cyd");
  expect(taken(takeToken, "ada")).toBe(60);
  expect(taken(takeToken, "ben")).toBe("taken");
});
