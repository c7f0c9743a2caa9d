import { describe, expect, it } from "vitest";
import { toldOf } from "#test/support/toldOf.ts";
import { atAGlance } from "../../glance/atAGlance.ts";
import { itemsOf } from "../../glance/itemsOf.ts";
import { type TypedIllness, writeIllness } from "./writeIllness.ts";

const now = new Date("2026-11-21T22:50:30.123Z");
const nothing: TypedIllness = { name: "", code: "", since: "", is: "over", until: "" };
const written = (typed: Partial<TypedIllness>) => writeIllness({ ...nothing, ...typed }, now);

describe("an illness written by hand", () => {
  it("is one that its patient tells of, with its beginning and its end", () => {
    const typed = { name: "Asthma", code: "J45.909", since: "1999", until: "2008-03" };
    const { title, marks, facts } = toldOf(written(typed).resource!);
    expect(title).toBe("Asthma");
    expect(marks).toEqual(["Not confirmed"]);
    expect(facts).toEqual([
      { label: "Status", value: "Resolved" },
      { label: "Began", value: "1999" },
      { label: "Ended", value: "March 2008" },
      { label: "Recorded", value: "November 21, 2026" },
      { label: "Recorded by", value: "The patient" },
    ]);
  });

  it("is a problem as long as it is there, and none once it is over", () => {
    const problemsOf = (typed: Partial<TypedIllness>) => {
      const text = JSON.stringify(written({ name: "Asthma", ...typed }).resource);
      const record = { capsuleHash: "0x", entry: { issued: "2026-11-21T08:30:00Z" } } as const;
      const items = itemsOf({ text, record, reader: { locale: "en-US", timeZone: "UTC" } });
      return atAGlance(items).problems.map(({ name }) => name);
    };
    expect(problemsOf({ is: "there", until: "2008" })).toEqual(["Asthma"]);
    expect(problemsOf({ is: "over" })).toEqual([]);
  });

  it.each([
    [{}, "NoIllness"],
    [{ name: "Asthma", since: "long ago" }, "NoDay"],
    [{ name: "Asthma", until: "2027" }, "Ahead"],
    [{ name: "Asthma", since: "2015-04", until: "2015-03-31" }, "EndsBefore"],
    [{ name: "Asthma", since: "2015", until: "2014-12" }, "EndsBefore"],
  ] as const)("is none of %j: %s", (typed, fault) => {
    expect(written(typed)).toEqual({ fault });
  });

  it("may begin and end in the same year", () => {
    expect(written({ name: "Asthma", since: "2015-04", until: "2015" }).fault).toBeUndefined();
  });
});
