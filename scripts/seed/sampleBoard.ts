import type { Board } from "../deploy/Board.ts";
import { people } from "./people.ts";

export const sampleBoard: Board = {
  jurisdiction: people.jurisdiction,
  root: people.boardRoot.account.address,
  members: [people.boardMember.account.address],
};
