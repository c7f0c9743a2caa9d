import { type Address, isAddressEqual } from "viem";
import type { FullConnection } from "#client/connect.ts";
import { decideLicence } from "#client/chain/decideLicence.ts";
import { signLicenceCredential } from "#core/chain/credential/signLicenceCredential.ts";
import { licenceNumberHash } from "#core/chain/licenceNumberHash.ts";
import type { Holder } from "#core/chart/Holder.ts";
import type { BoardLetter, BoardProposal, Draft, PaperId } from "#core/licensing/Paper.ts";
import { boardSecretText, parseBoardSecretText } from "#core/licensing/boardSecretText.ts";
import { noPaper } from "#core/licensing/paperId.ts";
import { signPaper } from "#core/licensing/signPaper.ts";
import { KeeperError } from "../KeeperError.ts";
import type { ActsForBoard, Asking, Decided, Decision, LicenceKind } from "./Licensing.ts";
import { openDocument } from "./applicationDocuments.ts";
import { isAsking } from "./applicationStories.ts";
import type { BoardReading } from "./createBoardReading.ts";
import { type PaperMail, placeOf } from "./createPaperMail.ts";
import type { SecretKeeper } from "./createSecretKeeper.ts";

export type CreateBoardActingParameters = {
  holder: () => Holder;
  connection: FullConnection;
  mail: PaperMail;
  secrets: SecretKeeper;
  reading: BoardReading;
};

type Acting = Omit<ActsForBoard, "boardDesk" | "boardRegister" | "licenceStory">;

/** What members of a board do. Whoever may not act alone proposes; the contract holds them to it, too. */
export function createBoardActing(parameters: CreateBoardActingParameters): Acting {
  const { holder, connection, mail, secrets, reading } = parameters;
  const { clientChain: chain, signer, pay, services } = connection;
  const place = placeOf(connection);

  async function membersOf(jurisdiction: string): Promise<Address[]> {
    return (await reading.boardOf(jurisdiction)).board.members.map(({ address }) => address);
  }

  /** Those of the board whose word counts, as the chain says now. */
  async function requireAlone(jurisdiction: string): Promise<void> {
    if ((await reading.boardOf(jurisdiction)).delay !== 0) throw new KeeperError("MayOnlyPropose");
  }

  async function askingOf(of: PaperId): Promise<Asking> {
    const asking = (await mail.received()).papers.get(of);
    if (asking === undefined || !isAsking(asking)) throw new KeeperError("ApplicationUnknown");
    return asking;
  }

  /** To its reader, and to the other members, for whom the matter is then answered too. */
  async function write(letter: Omit<Draft<BoardLetter>, "paper" | "at">): Promise<Decided> {
    return deliver(await signLetter(letter));
  }

  async function signLetter(letter: Omit<Draft<BoardLetter>, "paper" | "at">): Promise<BoardLetter> {
    const { time: at } = await chain.head();
    const to = letter.to.toLowerCase() as Address;
    return signPaper<BoardLetter>({ paper: { paper: "letter", ...letter, to, at }, signer, place });
  }

  async function deliver(letter: BoardLetter): Promise<Decided> {
    const reached = await mail.send(letter, [letter.to, ...(await membersOf(letter.jurisdiction))]);
    return { isTold: reached.some((address) => isAddressEqual(address, letter.to)) };
  }

  async function certify(jurisdiction: string, asking: Asking): Promise<Decided> {
    const boardKey = await secrets.require(jurisdiction);
    const { by: whose, kind, content } = asking;
    const { name, speciality, number } = content;
    const { time: issuedAt } = await chain.head();
    const credential = await signLicenceCredential({
      licence: { holder: whose, kind, jurisdiction, name, speciality, number, issuedAt },
      boardKey,
      clerk: signer as Parameters<typeof signLicenceCredential>[0]["clerk"],
      chainId: place.chainId,
      licenceRegistry: place.licenceRegistry,
    });
    const reached = await mail.send({ credential }, [whose, ...(await membersOf(jurisdiction))]);
    return { isTold: reached.some((address) => isAddressEqual(address, whose)) };
  }

  async function decide(jurisdiction: string, decision: Decision): Promise<Decided> {
    await requireAlone(jurisdiction);
    const by = { chain, account: signer.address, pay };
    switch (decision.act) {
      case "issue": {
        const asking = await askingOf(decision.of);
        const boardKey = await secrets.require(jurisdiction);
        const { by: whose, kind, content } = asking;
        const { validFrom, validUntil } = decision;
        const numberHash = await licenceNumberHash({ boardKey, jurisdiction, kind, number: content.number });
        const call = { act: "issue", holder: whose, kind, jurisdiction, validFrom, validUntil, numberHash } as const;
        await decideLicence({ ...by, call });
        return certify(jurisdiction, asking);
      }
      case "decline": {
        const { by: to, kind } = await askingOf(decision.of);
        return write({ to, kind, jurisdiction, about: "declined", text: decision.reason, of: decision.of });
      }
      case "suspend":
      case "revoke": {
        const { act, holder: to, kind, reason: text } = decision;
        const about = act === "suspend" ? "suspended" : "revoked";
        const letter = await signLetter({ to, kind, jurisdiction, about, text, of: noPaper });
        // First the reason: the holder is shown it only while the register says so. No gateway can hold up the act.
        const delivered = await deliver(letter).catch(() => ({ isTold: false }));
        await decideLicence({ ...by, call: { act, holder: to, kind } });
        return delivered;
      }
      case "renew": {
        const { act, holder: whose, kind, validUntil } = decision;
        await decideLicence({ ...by, call: { act, holder: whose, kind, validUntil } });
        return { isTold: true };
      }
      case "reinstate": {
        const { act, holder: whose, kind } = decision;
        await decideLicence({ ...by, call: { act, holder: whose, kind } });
        return { isTold: true };
      }
    }
  }

  async function propose(jurisdiction: string, decision: Decision): Promise<void> {
    const { board } = await reading.boardOf(jurisdiction);
    const asking = "of" in decision && decision.of !== undefined ? await askingOf(decision.of) : undefined;
    const { time: at } = await chain.head();
    const paper: Draft<BoardProposal> = {
      paper: "proposal",
      jurisdiction,
      at,
      act: decision.act,
      holder: (asking?.by ?? (decision as { holder: Address }).holder).toLowerCase() as Address,
      kind: asking?.kind ?? (decision as { kind: LicenceKind }).kind,
      validFrom: "validFrom" in decision ? decision.validFrom : 0,
      validUntil: "validUntil" in decision ? decision.validUntil : 0,
      content: {
        of: ("of" in decision ? decision.of : undefined) ?? noPaper,
        name: asking?.content.name ?? "",
        speciality: asking?.content.speciality ?? "",
        number: asking?.content.number ?? "",
        reason: "reason" in decision ? decision.reason : "",
      },
    };
    const deciders = board.members.filter(({ delay }) => delay === 0).map(({ address }) => address);
    const signed = await signPaper<BoardProposal>({ paper, signer, place });
    if ((await mail.send(signed, deciders)).length === 0) throw new KeeperError("BoardHasNoKey");
  }

  async function proposalOf(jurisdiction: string, id: PaperId): Promise<BoardProposal> {
    const { proposals } = await reading.boardDesk(jurisdiction);
    const found = proposals.find((it) => it.id === id);
    if (found === undefined) throw new KeeperError("ApplicationUnknown");
    return found.proposal;
  }

  return {
    readApplicationDocument: (document, applicant) =>
      openDocument(document, { blobs: services.blobs, place, applicant }),
    decideLicence: decide,
    async sendCredential(jurisdiction, of) {
      await requireAlone(jurisdiction);
      await certify(jurisdiction, await askingOf(of));
    },
    async askApplicant(jurisdiction, { of, text }) {
      await requireAlone(jurisdiction);
      const { by: to, kind } = await askingOf(of);
      await write({ to, kind, jurisdiction, about: "question", text, of });
    },
    proposeDecision: propose,
    approveProposal: async (jurisdiction, id) => decide(jurisdiction, decisionOf(await proposalOf(jurisdiction, id))),
    async sendProposalBack(jurisdiction, { proposal: id, text }) {
      await requireAlone(jurisdiction);
      const { by: to, kind } = await proposalOf(jurisdiction, id);
      await write({ to, kind, jurisdiction, about: "sent back", text, of: id });
    },

    boardSecretText: async (jurisdiction) => boardSecretText(await secrets.require(jurisdiction)),
    makeBoardSecret: (jurisdiction) => secrets.make(jurisdiction),
    enterBoardSecret: async (jurisdiction, text) => secrets.enter(jurisdiction, parseBoardSecretText(text)),
    async handOnBoardSecret(jurisdiction) {
      const self = holder().address;
      const others = (await membersOf(jurisdiction)).filter((address) => !isAddressEqual(address, self));
      await secrets.handOn(jurisdiction, others);
    },
  };
}

/** What a proposal asks for, as the one who approves it does it. */
export function decisionOf({ act, holder, kind, validFrom, validUntil, content }: BoardProposal): Decision {
  switch (act) {
    case "issue":
      return { act, of: content.of, validFrom, validUntil };
    case "renew":
      return { act, holder, kind, validUntil, ...(content.of !== noPaper && { of: content.of }) };
    case "suspend":
    case "revoke":
      return { act, holder, kind, reason: content.reason };
    case "reinstate":
      return { act, holder, kind };
    case "decline":
      return { act, of: content.of, reason: content.reason };
  }
}
