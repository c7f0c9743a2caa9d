import { describe, expect, it } from "vitest";
import { shortTitle } from "./shortTitle.ts";

describe("shortTitle", () => {
  it("is one line without control characters", () => {
    expect(shortTitle(" Knee\n\tleft\u{0}\u{202e} ")).toBe("Knee left");
  });

  it("is cut between characters, never inside one", () => {
    const title = shortTitle("🦴".repeat(500));
    expect([...title]).toHaveLength(120);
    expect(title.isWellFormed()).toBe(true);
    expect(title.endsWith("🦴…")).toBe(true);
  });

  it("repairs half a character, which no entry could hold", () => {
    expect(shortTitle("Knee \u{d800}").isWellFormed()).toBe(true);
  });
});
