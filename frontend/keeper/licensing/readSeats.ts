import type { Address } from "viem";
import type { FullConnection } from "#client/connect.ts";
import { memberAt, readBoards } from "#client/chain/readBoards.ts";
import type { OwnSeat } from "./Licensing.ts";

export async function readSeats({ clientChain }: FullConnection, address: Address): Promise<OwnSeat[]> {
  return (await readBoards(clientChain)).flatMap((board) => {
    const member = memberAt(board, address);
    return member === undefined ? [] : [{ jurisdiction: board.jurisdiction, delay: member.delay }];
  });
}
