import { type Address, getAddress, hexToString, isAddressEqual, numberToHex } from "viem";
import { boardRole } from "#core/chain/boardRole.ts";
import { contractAbis } from "#core/chain/contractAbis.ts";
import type { ClientChain } from "./ClientChain.ts";
import { pagesOf } from "./pagesOf.ts";

/** Who sits on the board of a jurisdiction now. */
export type Board = { jurisdiction: string; members: BoardMember[] };

export type BoardMember = {
  address: Address;
  /** In seconds. Whoever has one may not act alone. */
  delay: number;
};

/**
 * The boards that have members. Costs a reading of what was ever granted, and a question for each seat: an event tells what
 * somebody was given, `hasRole` what they have.
 */
export async function readBoards(chain: ClientChain): Promise<Board[]> {
  const head = await chain.head();
  const seats = new Map<string, Seat>();
  for (const { eventName, args } of await chain.eventsOf({ contract: "AccessManager", head })) {
    if (eventName !== "RoleGranted") continue;
    const jurisdiction = jurisdictionOf(args.roleId);
    if (jurisdiction === undefined) continue;
    seats.set(`${jurisdiction}/${args.account}`, { jurisdiction, address: getAddress(args.account) });
  }
  const boards = new Map<string, Board>();
  for (const page of pagesOf([...seats.values()], atOnce)) {
    const answers = await Promise.all(page.map((seat) => readSeat(chain, seat, head.number)));
    for (const [place, { jurisdiction, address }] of page.entries()) {
      const { isMember, delay } = answers[place]!;
      if (!isMember) continue;
      const board = boards.get(jurisdiction) ?? { jurisdiction, members: [] };
      board.members.push({ address, delay });
      boards.set(jurisdiction, board);
    }
  }
  return [...boards.values()].toSorted((a, b) => a.jurisdiction.localeCompare(b.jurisdiction));
}

export type Seat = { jurisdiction: string; address: Address };

/** Whether somebody sits on a board now. */
export async function readSeat(chain: ClientChain, { jurisdiction, address }: Seat, blockNumber?: bigint) {
  const [isMember, delay] = await chain.client.readContract({
    address: chain.deployment.contracts.AccessManager,
    abi: contractAbis.AccessManager,
    functionName: "hasRole",
    args: [boardRole(jurisdiction), address],
    ...(blockNumber !== undefined && { blockNumber }),
  });
  return { isMember, delay };
}

/** Of a board's role; undefined for any other. */
function jurisdictionOf(role: bigint): string | undefined {
  const code = hexToString(numberToHex(role & 0xffff_ffff_ffffn, { size: 6 })).replace(/\0+$/, "");
  try {
    return boardRole(code) === role ? code : undefined;
  } catch {
    return undefined;
  }
}

/** The member of a board with this address. */
export function memberAt(board: Board | undefined, address: Address): BoardMember | undefined {
  return board?.members.find((member) => isAddressEqual(member.address, address));
}

const atOnce = 100;
