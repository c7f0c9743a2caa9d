import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UsageError } from "../UsageError.ts";
import { allCommands } from "../allCommands.ts";
import { commandIn, parseArguments } from "./parseArguments.ts";

function parse(...args: string[]) {
  const { command, rest } = commandIn(args, allCommands)!;
  return { name: command.name, ...parseArguments(command, rest) };
}

describe("arguments", () => {
  it("are options and operands in any order after the command", () => {
    expect(parse("publish", "--to", "0x1", "a.json", "--yes", "b.json", "--category", "labs", "--category=2=vitals")) //
      .toEqual({
        name: "publish",
        values: { to: "0x1", yes: true, category: ["labs", "2=vitals"] },
        operands: ["a.json", "b.json"],
      });
    expect(parse("keys", "create", "a.keys", "-y")).toMatchObject({ name: "keys create", operands: ["a.keys"] });
    expect(parse("read", "--", "-3")).toMatchObject({ operands: ["-3"] });
  });

  it.each([
    [["pubish"], "There is no command “pubish”. Did you mean publish?"],
    [["keys"], "There is no command “keys”. Did you mean keys create?"],
    [["keys", "crate"], "There is no command “keys crate”. Did you mean keys create?"],
    [["list", "--sinse", "2020"], "There is no option --sinse. Did you mean --since?"],
    [["list", "-x"], "There is no option -x."],
    [["list", "--__proto__"], "There is no option --__proto__."],
    [["list", "--of"], "--of needs a value: --of SUBJECT."],
    [["list", "--of", "--json"], "--of needs a value: --of SUBJECT."],
    [["list", "--json=yes"], "--json takes no value."],
    [["list", "--of", "a", "--of", "b"], "--of is given twice."],
    [["read"], "RECORD is missing: ownchart read RECORD"],
    [["publish"], "FILE is missing: ownchart publish FILE…"],
    [["read", "1", "2"], "“2” is one word too many: ownchart read RECORD"],
    [["--json", "list"], "Say the command first: ownchart list …"],
  ])("%j is refused with a hint", (args, sentence) => {
    expect(() => parse(...args)).toThrow(new UsageError(sentence));
  });

  it("are refused as usage or taken, whatever they are", () => {
    const word = fc.oneof(fc.string(), fc.constantFrom("list", "keys", "--of", "--json", "-y", "--", "-", "--of="));
    fc.assert(
      fc.property(fc.array(word), (args) => {
        try {
          const found = commandIn(args, allCommands);
          if (found) parseArguments(found.command, found.rest);
        } catch (error) {
          expect(error).toBeInstanceOf(UsageError);
        }
      }),
    );
  });
});
