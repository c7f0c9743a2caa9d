import { describe, expect, test } from "vitest";
import { JurisdictionInvalidError } from "#core/chain/jurisdictionBytes.ts";
import { BoardsInvalidError, parseBoards } from "./Board.ts";

const root = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
const board = { jurisdiction: "US-MA", root, members: [root] };

describe("a file of boards", () => {
  test("is read with checksummed addresses", () => {
    expect(parseBoards(JSON.stringify([{ ...board, root: root.toLowerCase() }]))).toEqual([board]);
  });

  test("may be empty", () => {
    expect(parseBoards("[]")).toEqual([]);
  });

  test.each([
    ["is not JSON", "{"],
    ["is not a list", "{}"],
    ["has an empty entry", "[null]"],
    ["names a jurisdiction twice", JSON.stringify([board, board])],
    ["names no members", JSON.stringify([{ ...board, members: undefined }])],
    ["names no root", JSON.stringify([{ ...board, root: undefined }])],
    ["has a mistyped address", JSON.stringify([{ ...board, members: [root.replace("C5", "c5")] }])],
  ])("that %s is refused", (_, text) => {
    expect(() => parseBoards(text)).toThrow(BoardsInvalidError);
  });

  test("with something that is no jurisdiction is refused", () => {
    expect(() => parseBoards(JSON.stringify([{ ...board, jurisdiction: "Bavaria" }]))).toThrow(
      JurisdictionInvalidError,
    );
  });
});
