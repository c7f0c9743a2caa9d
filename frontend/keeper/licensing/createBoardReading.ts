import { type Address, hexToString, isAddressEqual, slice } from "viem";
import type { FullConnection } from "#client/connect.ts";
import type { RegisteredLicence } from "#client/chain/licenceHistories.ts";
import { readCredential } from "#client/readCredential.ts";
import type { LicenceCredential } from "#core/chain/credential/parseLicenceCredential.ts";
import { contractAbis } from "#core/chain/contractAbis.ts";
import { licenceNumberHash } from "#core/chain/licenceNumberHash.ts";
import { inParallel } from "#core/chart/inParallel.ts";
import type { BoardLetter, Paper, PaperId } from "#core/licensing/Paper.ts";
import { KeeperError } from "../KeeperError.ts";
import type {
  ActsForBoard,
  ApplicationStory,
  BoardApplication,
  BoardProposalStory,
  BoardSummary,
  LicenceKind,
  RegisterEntry,
} from "./Licensing.ts";
import { applicationStories } from "./applicationStories.ts";
import { type BoardRegister, isDecided, readBoardRegister, wasDoneSince } from "./boardRegister.ts";
import type { PaperMail, Received } from "./createPaperMail.ts";
import type { SecretKeeper } from "./createSecretKeeper.ts";
import { readBoardSummaries } from "./readBoardSummaries.ts";
import { statuses } from "./createApplying.ts";

export type BoardReading = Pick<ActsForBoard, "boardDesk" | "boardRegister" | "licenceStory"> & {
  /** Refused unless this person sits there now. */
  boardOf(jurisdiction: string): Promise<{ board: BoardSummary; delay: number }>;
};

export type CreateBoardReadingParameters = {
  address: Address;
  connection: FullConnection;
  mail: PaperMail;
  secrets: SecretKeeper;
};

/** What a board sees: what was asked of it, what members propose, and what it did. */
export function createBoardReading(parameters: CreateBoardReadingParameters): BoardReading {
  const { address, connection, mail, secrets } = parameters;
  const { clientChain: chain, gateway } = connection;

  async function boardOf(jurisdiction: string) {
    const board = (await readBoardSummaries(connection)).find((it) => it.jurisdiction === jurisdiction);
    const seat = board?.members.find((member) => isAddressEqual(member.address, address));
    if (board === undefined || seat === undefined) throw new KeeperError("NotOnBoard");
    return { board, delay: seat.delay };
  }

  async function licenceOf(holder: Address, kind: number): Promise<BoardApplication["licence"]> {
    const [status, , validUntil, jurisdiction] = await chain.client.readContract({
      address: chain.deployment.contracts.LicenceRegistry,
      abi: contractAbis.LicenceRegistry,
      functionName: "licences",
      args: [holder, kind],
    });
    const named = statuses[status];
    return named && { status: named, jurisdiction: hexToString(jurisdiction).replace(/\0+$/, ""), validUntil };
  }

  async function applicationOf(story: ApplicationStory, seen: Seen): Promise<BoardApplication> {
    const { by: holder, kind, jurisdiction, at, content } = story.application;
    const { register, secret: boardKey, certified } = seen;
    const hash = boardKey && (await licenceNumberHash({ boardKey, jurisdiction, kind, number: content.number }));
    const carrier = hash && register.licences.find((it) => it.status !== "revoked" && isNumber(it, hash));
    const licence = await licenceOf(holder, kind);
    const isTold = certified.some(
      (it) => it.kind === kind && isAddressEqual(it.holder, holder) && it.numberHash === hash && it.issuedAt >= at,
    );
    const isIssued = story.state === "decided" && content.purpose === "new" && licence?.status !== "revoked";
    return {
      ...story,
      licence,
      lacksCredential: isIssued && !isTold,
      numberHeldBy:
        hash === undefined ? null : carrier && { holder: carrier.holder, kind: carrier.kind as LicenceKind },
    };
  }

  return {
    boardOf,
    async boardDesk(jurisdiction) {
      const { board, delay } = await boardOf(jurisdiction);
      const [received, register, { state, secret }] = await Promise.all([
        mail.received(),
        readBoardRegister(connection, jurisdiction),
        secrets.find(jurisdiction),
      ]);
      const papers = ofBoard(received.papers, jurisdiction);
      const speaksForBoard = ({ by }: BoardLetter) =>
        board.members.some((member) => member.delay === 0 && isAddressEqual(member.address, by));
      const certified = certifiedBy(board, received);
      const stories = applicationStories({ papers, speaksForBoard, isDecided: (it) => isDecided(register, it) });
      return {
        delay,
        members: board.members,
        secret: state,
        isNew: register.licences.length === 0,
        applications: await inParallel(stories, atATime, (it) => applicationOf(it, { register, secret, certified })),
        proposals: proposalsIn(papers, { board, register, speaksForBoard }),
      };
    },
    async boardRegister(jurisdiction) {
      const { board } = await boardOf(jurisdiction);
      const { licences } = await readBoardRegister(connection, jurisdiction);
      const certified = certifiedBy(board, await mail.received());
      return inParallel(licences, atATime, async (licence): Promise<RegisterEntry> => {
        const { holder, kind, status, validFrom, validUntil, numberHash } = licence;
        const known = certified.find((it) => isAddressEqual(it.holder, holder) && it.numberHash === numberHash);
        const published = known ?? (await readCredential({ chain, gateway, holder, kind }).catch(() => undefined));
        const { name, speciality, number } = published ?? { name: undefined, speciality: undefined, number: undefined };
        return { holder, kind: kind as LicenceKind, status, validFrom, validUntil, name, speciality, number };
      });
    },
    async licenceStory({ holder, kind, jurisdiction }) {
      const { licences, times } = await readBoardRegister(connection, jurisdiction);
      const licence = licences.find((it) => it.kind === kind && isAddressEqual(it.holder, holder));
      return inParallel(licence?.history ?? [], atATime, async ({ did, validUntil, transactionHash, blockHash }) => {
        const transaction = await chain.client.getTransaction({ hash: transactionHash }).catch(() => undefined);
        return { did, validUntil, transactionHash, at: times.get(blockHash) ?? 0, by: transaction?.from };
      });
    },
  };
}

type Seen = {
  register: BoardRegister;
  secret: Uint8Array<ArrayBuffer> | undefined;
  certified: readonly LicenceCredential[];
};

/** What members of this board have signed, newest first, whether its holder has published it or not. */
function certifiedBy({ members }: BoardSummary, { credentials }: Received): LicenceCredential[] {
  const byMembers = credentials.filter(({ board }) => members.some(({ address }) => isAddressEqual(address, board)));
  return byMembers.toSorted((a, b) => b.issuedAt - a.issuedAt);
}

const atATime = 8;

/** The register keeps the first fifteen bytes of a number's hash; its event says all of it. */
function isNumber({ numberHash }: RegisteredLicence, hash: `0x${string}`): boolean {
  return slice(numberHash, 0, 15) === slice(hash, 0, 15);
}

function ofBoard(papers: ReadonlyMap<PaperId, Paper>, jurisdiction: string): Map<PaperId, Paper> {
  return new Map([...papers].filter(([, paper]) => paper.jurisdiction === jurisdiction));
}

type ProposalsSeen = {
  board: BoardSummary;
  register: BoardRegister;
  speaksForBoard: (letter: BoardLetter) => boolean;
};

const deeds = {
  issue: "issued",
  renew: "renewed",
  suspend: "suspended",
  reinstate: "reinstated",
  revoke: "revoked",
} as const;

/** What members of this board propose, newest first; what somebody else signed is none. */
function proposalsIn(
  papers: ReadonlyMap<PaperId, Paper>,
  { board, register, speaksForBoard }: ProposalsSeen,
): BoardProposalStory[] {
  const letters = [...papers.values()].filter((it) => it.paper === "letter").filter(speaksForBoard);
  const stories = [...papers].flatMap(([id, proposal]): BoardProposalStory[] => {
    if (proposal.paper !== "proposal") return [];
    if (!board.members.some((member) => isAddressEqual(member.address, proposal.by))) return [];
    const { holder, kind, act, at: since, content } = proposal;
    const back = letters.find((it) => it.about === "sent back" && it.of === id);
    const isDone =
      act === "decline"
        ? letters.some((it) => it.about === "declined" && it.of === content.of)
        : wasDoneSince(register, { holder, kind, did: deeds[act], since });
    const state = isDone ? "done" : back === undefined ? "waiting" : "sent back";
    return [{ id, proposal, state, answer: back?.text }];
  });
  return stories.toReversed().toSorted((a, b) => b.proposal.at - a.proposal.at);
}
