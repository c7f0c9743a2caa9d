import { afterEach, describe, expect, it, vi } from "vitest";
import { parseFhirJson } from "./parseFhirJson.ts";

function nested(depth: number): string {
  return "[".repeat(depth) + "]".repeat(depth);
}

describe("parseFhirJson", () => {
  afterEach(() => void vi.unstubAllGlobals());

  it("lets every number be written back as it was", () => {
    const text = '{"a":[1.10,0.0,-0,1e3,1E-7,12345678901234567890,7],"b":"1.10","c":{"d":100.00}}';
    expect(JSON.stringify(parseFhirJson(text))).toBe(text);
  });

  it("gives plain values otherwise", () => {
    expect(parseFhirJson('[1,2.5,"a",null,true,{"b":[]}]')).toEqual([1, 2.5, "a", null, true, { b: [] }]);
  });

  it("gives plain numbers where the engine does not keep their text", () => {
    vi.stubGlobal("JSON", { parse: JSON.parse, stringify: JSON.stringify });
    expect(parseFhirJson("[1.10]")).toEqual([1.1]);
  });

  it.each(["", "{", "nothing", '{"a":01}', "[1,]", "\u{feff}{}"])("refuses %o", (text) => {
    expect(() => parseFhirJson(text)).toThrow(expect.objectContaining({ name: "NotJson" }));
  });

  it("does not repeat in the error what it could not read", () => {
    const refusal = (() => {
      try {
        return parseFhirJson('{"diagnosis": "secret" oops}');
      } catch (error) {
        return error as Error;
      }
    })() as Error;
    expect(`${refusal.message} ${String(refusal.cause)} ${refusal.stack}`).not.toContain("secret");
  });

  it("reads what lies 500 deep and refuses what lies deeper, by name", () => {
    expect(() => parseFhirJson(nested(500))).not.toThrow();
    expect(() => parseFhirJson(nested(501))).toThrow(expect.objectContaining({ name: "TooDeep" }));
    expect(() => parseFhirJson('{"a":'.repeat(1_000_000))).toThrow(expect.objectContaining({ name: "TooDeep" }));
  });

  it("does not take brackets in a string for depth", () => {
    const text = JSON.stringify(`"\\"${"[{".repeat(1000)}`);
    expect(parseFhirJson(text)).toBe(JSON.parse(text));
  });
});
