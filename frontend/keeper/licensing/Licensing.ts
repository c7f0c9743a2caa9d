import type { Address, Hex } from "viem";
import type { LicenceEvent, LicenceStatus } from "#client/chain/licenceHistories.ts";
import type { LicenceCredential } from "#core/chain/credential/parseLicenceCredential.ts";
import type { Application, ApplicationDocument, BoardLetter, BoardProposal, PaperId } from "#core/licensing/Paper.ts";
import type { ReadRecord } from "../Keeper.ts";

/** As the licence registry counts them. */
export type LicenceKind = 0 | 1 | 2 | 3;

/** Which boards this person sits on, as the chain says now. */
export type KnowsSeats = { seats(): Promise<OwnSeat[]> };

/** Whoever has a delay, in seconds, may only propose. */
export type OwnSeat = { jurisdiction: string; delay: number };

export type AppliesForLicence = {
  boards(): Promise<BoardSummary[]>;
  ownLicensing(): Promise<OwnLicensing>;
  /** Documents are sealed and stored first, then one signature, then a sealed letter to each member. */
  applyForLicence(wish: LicenceWish, told: (stored: number) => void): Promise<void>;
  answerBoard(answer: BoardAnswer, told: (stored: number) => void): Promise<void>;
  withdrawApplication(of: PaperId): Promise<void>;
  /** Puts what the board signed where everybody finds it, once it is held against the register. */
  publishLicence(kind: LicenceKind): Promise<void>;
};

export type BoardSummary = { jurisdiction: string; members: { address: Address; delay: number; hasKey: boolean }[] };

export type LicenceWish = {
  purpose: "new" | "renewal";
  kind: LicenceKind;
  jurisdiction: string;
  name: string;
  speciality: string;
  number: string;
  note: string;
  files: File[];
};

export type BoardAnswer = { of: PaperId; note: string; files: File[] };

export type ApplicationState = "sent" | "asked" | "answered" | "withdrawn" | "declined" | "decided";

/** What somebody asked for, and what was written about it since. */
export type ApplicationStory = {
  id: PaperId;
  application: Asking;
  state: ApplicationState;
  /** Answers and letters, oldest first. */
  since: (Application | BoardLetter)[];
};

/** An application that asks for something, rather than one about another. */
export type Asking = Omit<Application, "content"> & {
  content: Extract<Application["content"], { purpose: "new" | "renewal" }>;
};

export type OwnLicence = {
  kind: LicenceKind;
  jurisdiction: string;
  status: LicenceStatus;
  isInForce: boolean;
  validFrom: number;
  validUntil: number;
  /** Of a licence that was stopped, in the board's words; undefined where none has arrived. */
  reason: string | undefined;
  /** What the board signed and is not published yet. */
  toPublish: LicenceCredential | undefined;
  /** What everybody finds under this licence; undefined where nothing was published. */
  published: LicenceCredential | undefined;
};

export type OwnLicensing = {
  licences: OwnLicence[];
  applications: (ApplicationStory & { /** Members of the board. */ sentTo: Address[] })[];
};

export type ActsForBoard = {
  boardDesk(jurisdiction: string): Promise<BoardDesk>;
  boardRegister(jurisdiction: string): Promise<RegisterEntry[]>;
  /** By whom and when each thing in a licence's history was done, in its order. */
  licenceStory(licence: { holder: Address; kind: LicenceKind; jurisdiction: string }): Promise<LicenceChapter[]>;
  readApplicationDocument(document: ApplicationDocument, applicant: Address): Promise<ReadRecord>;

  decideLicence(jurisdiction: string, decision: Decision): Promise<Decided>;
  /** What an interruption left behind: the licence is in the register, and its holder has not heard. */
  sendCredential(jurisdiction: string, of: PaperId): Promise<void>;
  askApplicant(jurisdiction: string, question: { of: PaperId; text: string }): Promise<void>;
  proposeDecision(jurisdiction: string, decision: Decision): Promise<void>;
  approveProposal(jurisdiction: string, proposal: PaperId): Promise<Decided>;
  sendProposalBack(jurisdiction: string, answer: { proposal: PaperId; text: string }): Promise<void>;

  /** As it is printed. */
  boardSecretText(jurisdiction: string): Promise<string>;
  makeBoardSecret(jurisdiction: string): Promise<void>;
  enterBoardSecret(jurisdiction: string, text: string): Promise<void>;
  /** To every other member with a key. */
  handOnBoardSecret(jurisdiction: string): Promise<void>;
};

export type Decision =
  | { act: "issue"; of: PaperId; validFrom: number; validUntil: number }
  | { act: "renew"; holder: Address; kind: LicenceKind; validUntil: number; of?: PaperId }
  | { act: "suspend" | "revoke"; holder: Address; kind: LicenceKind; reason: string }
  | { act: "reinstate"; holder: Address; kind: LicenceKind }
  | { act: "decline"; of: PaperId; reason: string };

/** `isTold`: whether its holder could be written to. One without a published key cannot, nor while the gateway is away. */
export type Decided = { isTold: boolean };

export type SecretState = "here" | "missing" | "another";

export type BoardDesk = {
  delay: number;
  members: BoardSummary["members"];
  secret: SecretState;
  /** Whether this board has licensed nobody yet, so that a secret can be made. */
  isNew: boolean;
  applications: BoardApplication[];
  proposals: BoardProposalStory[];
};

export type BoardApplication = ApplicationStory & {
  /** Who holds a licence with this number; undefined where nobody does, null where the secret is not here. */
  numberHeldBy: { holder: Address; kind: LicenceKind } | undefined | null;
  /** How a licence of this kind stands that the applicant has, of whichever board. */
  licence: { status: LicenceStatus; jurisdiction: string; validUntil: number } | undefined;
  /** Whether it was issued and the holder has not been sent what the board signs. */
  lacksCredential: boolean;
};

export type BoardProposalStory = {
  id: PaperId;
  proposal: BoardProposal;
  state: "waiting" | "done" | "sent back";
  /** Why it was sent back. */
  answer: string | undefined;
};

export type RegisterEntry = {
  holder: Address;
  kind: LicenceKind;
  status: LicenceStatus;
  validFrom: number;
  validUntil: number;
  /** As the board signed it, where its members have that or its holder has published it. */
  name: string | undefined;
  speciality: string | undefined;
  number: string | undefined;
};

export type LicenceChapter = {
  did: LicenceEvent["did"];
  validUntil: number | undefined;
  at: number;
  by: Address | undefined;
  transactionHash: Hex;
};
