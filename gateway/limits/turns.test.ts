import { expect, test } from "vitest";
import { GatewayError } from "../GatewayError.ts";
import { turns } from "./turns.ts";

test("one person has some turns, all have more, and each comes back", () => {
  const takeTurn = turns({ each: 2, all: 3 });
  const back = [takeTurn("a"), takeTurn("a")];
  expect(() => takeTurn("a")).toThrow(GatewayError);
  takeTurn("b");
  expect(() => takeTurn("c")).toThrow(GatewayError);
  back[0]!();
  takeTurn("c");
  expect(() => takeTurn("a")).toThrow(GatewayError);
  back[1]!();
  takeTurn("a");
});
