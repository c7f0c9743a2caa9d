import { type Address, getAddress, isAddress } from "viem";
import { jurisdictionBytes } from "#core/chain/jurisdictionBytes.ts";

/** A licensing board as it is when the contracts are deployed; later its root appoints and dismisses the members. */
export type Board = {
  jurisdiction: string;
  root: Address;
  members: readonly Address[];
};

/** Boards from a JSON file: `[{ "jurisdiction": "US-MA", "root": "0x…", "members": ["0x…"] }]`. */
export function parseBoards(text: string): Board[] {
  const boards = parseJson(text);
  if (!Array.isArray(boards)) throw new BoardsInvalidError("it is not a list");
  const parsed = boards.map(parseBoard);
  const jurisdictions = new Set(parsed.map(({ jurisdiction }) => jurisdiction));
  if (jurisdictions.size < parsed.length) throw new BoardsInvalidError("a jurisdiction appears twice");
  return parsed;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new BoardsInvalidError("it is not JSON", cause);
  }
}

function parseBoard(board: Partial<Board> | null): Board {
  const { jurisdiction, root, members } = board ?? {};
  if (typeof jurisdiction !== "string") throw new BoardsInvalidError("a board has no jurisdiction");
  jurisdictionBytes(jurisdiction);
  if (!Array.isArray(members)) throw new BoardsInvalidError(`${jurisdiction} has no list of members`);
  return { jurisdiction, root: parseAddress(root), members: members.map(parseAddress) };
}

function parseAddress(address: unknown): Address {
  if (typeof address !== "string" || !isAddress(address)) throw new BoardsInvalidError(`${address} is no address`);
  return getAddress(address);
}

export class BoardsInvalidError extends Error {
  override readonly name = "BoardsInvalid";

  constructor(fault: string, cause?: unknown) {
    super(`The file of boards cannot be used: ${fault}.`, { cause });
  }
}
