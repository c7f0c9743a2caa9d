import { describe, expect, it } from "vitest";
import { formatAddress } from "./formatAddress.ts";
import { formatCode } from "./formatCode.ts";
import { formatName } from "./formatName.ts";

describe("a person's name", () => {
  it("is said as people say it", () => {
    expect(formatName([{ prefix: ["Dr."], given: ["Amara", "N."], family: "Okafor" }])).toBe("Dr. Amara N. Okafor");
  });

  it("is the official one of several, and the written one where it is written out", () => {
    const names = [
      { use: "nickname", given: ["Al"] },
      { use: "official", text: "Albert Ford" },
    ];
    expect(formatName(names)).toBe("Albert Ford");
  });

  it.each([[undefined], [[]], [{}], [{ given: [7, null], family: {} }], [7]])(
    "is nothing where none is written: %j",
    (name) => {
      expect(formatName(name)).toBeUndefined();
    },
  );
});

describe("an address", () => {
  it("is one line", () => {
    const address = {
      line: ["795 Middle Street"],
      city: "Fall River",
      state: "MA",
      postalCode: "02721",
      country: "US",
    };
    expect(formatAddress(address)).toBe("795 Middle Street, Fall River MA 02721, US");
    expect(formatAddress({ line: [1], city: [] })).toBeUndefined();
  });
});

describe("a coded thing", () => {
  it("is called what its author calls it", () => {
    expect(formatCode({ text: "HbA1c", coding: [{ display: "Hemoglobin A1c" }] })).toBe("HbA1c");
  });

  it("is its code where it has no name, and whose code that is", () => {
    expect(formatCode({ coding: [{ system: "http://loinc.org", code: "4548-4" }] })).toBe("4548-4 (LOINC)");
    expect(formatCode({ coding: [{ system: "http://example.org", code: "x" }] })).toBe("x");
    expect(formatCode({ coding: [{ system: "__proto__", code: "x" }] })).toBe("x");
  });

  it.each([[undefined], ["code"], [{}], [{ coding: {} }], [{ coding: [null, 7] }]])(
    "is nothing without either: %j",
    (code) => {
      expect(formatCode(code)).toBeUndefined();
    },
  );
});
