import type { FullConnection } from "#client/connect.ts";
import { readBoards } from "#client/chain/readBoards.ts";
import type { BoardSummary } from "./Licensing.ts";

/** The boards, and which of their members can be written to. */
export async function readBoardSummaries({ clientChain, services }: FullConnection): Promise<BoardSummary[]> {
  const boards = await readBoards(clientChain);
  return Promise.all(
    boards.map(async ({ jurisdiction, members }) => ({
      jurisdiction,
      members: await Promise.all(
        members.map(async (member) => {
          const hasKey = (await services.chain.publishedKey(member.address)) !== undefined;
          return { ...member, hasKey };
        }),
      ),
    })),
  );
}
