import { type Address, hexToString, isAddressEqual } from "viem";
import type { FullConnection } from "#client/connect.ts";
import { readSeat } from "#client/chain/readBoards.ts";
import { createCredentialStore } from "#client/gateway/createCredentialStore.ts";
import { readCredential } from "#client/readCredential.ts";
import { verifyCredential } from "#client/verifyCredential.ts";
import { contractAbis } from "#core/chain/contractAbis.ts";
import type { LicenceCredential } from "#core/chain/credential/parseLicenceCredential.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import type { Application, BoardLetter, Draft, PaperId } from "#core/licensing/Paper.ts";
import { signPaper } from "#core/licensing/signPaper.ts";
import { KeeperError } from "../KeeperError.ts";
import type { AppliesForLicence, LicenceKind, LicenceWish, OwnLicence } from "./Licensing.ts";
import { storeDocuments } from "./applicationDocuments.ts";
import { applicationStories, isAsking } from "./applicationStories.ts";
import { type BoardRegister, isDecided, readBoardRegister } from "./boardRegister.ts";
import { type PaperMail, placeOf } from "./createPaperMail.ts";
import { readBoardSummaries } from "./readBoardSummaries.ts";

/** What somebody does who wants a licence, or has one. */
export function createApplying(holder: () => Holder, connection: FullConnection, mail: PaperMail): AppliesForLicence {
  const { signer, services, clientChain } = connection;
  const place = placeOf(connection);

  async function documentsOf(files: File[], told: (stored: number) => void) {
    return storeDocuments(files, { blobs: services.blobs, place, applicant: holder().address }, told);
  }

  /** The board answers under the applicant's key, so there must be one. */
  async function send(application: Omit<Draft<Application>, "paper" | "at">): Promise<void> {
    const members = await writableMembers(application.jurisdiction);
    await publishIdentity({ holder: holder() });
    const { time: at } = await clientChain.head();
    const paper = await signPaper<Application>({ paper: { paper: "application", ...application, at }, signer, place });
    await mail.send(paper, members);
  }

  async function writableMembers(jurisdiction: string): Promise<Address[]> {
    const board = (await readBoardSummaries(connection)).find((it) => it.jurisdiction === jurisdiction);
    const members = board?.members.filter(({ hasKey }) => hasKey).map(({ address }) => address) ?? [];
    if (members.length === 0) throw new KeeperError("BoardHasNoKey");
    return members;
  }

  async function askingOf(of: PaperId) {
    const asking = (await mail.received()).papers.get(of);
    if (asking === undefined || !isAsking(asking)) throw new KeeperError("ApplicationUnknown");
    return asking;
  }

  return {
    boards: () => readBoardSummaries(connection),
    async applyForLicence({ files, purpose, kind, jurisdiction, note, ...wish }: LicenceWish, told) {
      await writableMembers(jurisdiction);
      const documents = await documentsOf(files, told);
      const printed = { name: onOneLine(wish.name), speciality: onOneLine(wish.speciality) };
      const content = { purpose, ...printed, number: onOneLine(wish.number), note, documents };
      await send({ kind, jurisdiction, content });
    },
    async answerBoard({ of, note, files }, told) {
      const { kind, jurisdiction } = await askingOf(of);
      const documents = await documentsOf(files, told);
      await send({ kind, jurisdiction, content: { purpose: "answer", of, note, documents } });
    },
    async withdrawApplication(of) {
      const { kind, jurisdiction } = await askingOf(of);
      await send({ kind, jurisdiction, content: { purpose: "withdrawal", of } });
    },

    async ownLicensing() {
      const { papers, credentials, sentTo } = await mail.received();
      const { address } = holder();
      const ownPapers = new Map(
        [...papers].filter(([, it]) => it.paper === "letter" || isAddressEqual(it.by, address)),
      );
      const letters = [...papers.values()].filter(
        (it): it is BoardLetter => it.paper === "letter" && isAddressEqual(it.to, address),
      );
      const spokesmen = await spokesmenOf(letters);
      const speaksForBoard = ({ by, jurisdiction }: BoardLetter) => spokesmen.has(`${by}/${jurisdiction}`);
      const places = new Set([...ownPapers.values()].filter(isAsking).map(({ jurisdiction }) => jurisdiction));
      const registers = new Map<string, BoardRegister>();
      for (const it of places) registers.set(it, await readBoardRegister(connection, it));
      const stories = applicationStories({
        papers: ownPapers,
        speaksForBoard,
        isDecided: (asking) => isDecided(registers.get(asking.jurisdiction)!, asking),
      });
      const heard = letters.filter(speaksForBoard);
      return {
        licences: await ownLicences(heard, credentials),
        applications: stories.map((story) => Object.assign(story, { sentTo: sentTo.get(story.id) ?? [] })),
      };
    },

    async publishLicence(kind) {
      const { address } = holder();
      const { credentials } = await mail.received();
      const credential = await currentCredential(credentials, kind);
      if (credential === undefined) throw new KeeperError("CredentialMissing");
      await createCredentialStore(connection.gateway).put({ holder: address, credential });
    },
  };

  /** Those whose word is their board's now: who sits on it and may act alone. */
  async function spokesmenOf(letters: readonly BoardLetter[]): Promise<Set<string>> {
    const asked = new Map(
      letters.map(({ by, jurisdiction }) => [`${by}/${jurisdiction}`, { address: by, jurisdiction }]),
    );
    const seats = await Promise.all(
      [...asked].map(async ([key, seat]) => ({ key, seat: await readSeat(clientChain, seat) })),
    );
    return new Set(seats.filter(({ seat }) => seat.isMember && seat.delay === 0).map(({ key }) => key));
  }

  async function ownLicences(letters: BoardLetter[], credentials: LicenceCredential[]): Promise<OwnLicence[]> {
    const all = await Promise.all(kinds.map((kind) => licenceNow(kind)));
    return Promise.all(
      all
        .filter((it) => it !== undefined)
        .map(async (licence) => {
          const { kind, jurisdiction, status } = licence;
          const about = letters.filter(
            (it) => it.kind === kind && it.jurisdiction === jurisdiction && it.about === status,
          );
          const published = await readCredential({
            chain: clientChain,
            gateway: connection.gateway,
            holder: holder().address,
            kind,
          }).catch(() => undefined);
          const newest = await currentCredential(credentials, kind);
          const isNewer = newest !== undefined && (published === undefined || newest.issuedAt > published.issuedAt);
          const reason = about.toSorted((a, b) => a.at - b.at).at(-1)?.text;
          return Object.assign(licence, { published, reason, toPublish: isNewer ? newest : undefined });
        }),
    );
  }

  async function licenceNow(kind: LicenceKind) {
    const asking = {
      address: clientChain.deployment.contracts.LicenceRegistry,
      abi: contractAbis.LicenceRegistry,
      args: [holder().address, kind],
    } as const;
    const [[status, validFrom, validUntil, jurisdiction], isInForce] = await Promise.all([
      clientChain.client.readContract({ ...asking, functionName: "licences" }),
      clientChain.client.readContract({ ...asking, functionName: "isLicensed" }),
    ]);
    const named = statuses[status];
    if (named === undefined) return undefined;
    const code = hexToString(jurisdiction).replace(/\0+$/, "");
    return { kind, jurisdiction: code, status: named, isInForce, validFrom, validUntil };
  }

  /** The newest that its board signed and that the register has now. */
  async function currentCredential(credentials: readonly LicenceCredential[], kind: number) {
    const { address } = holder();
    const own = credentials.filter((it) => it.kind === kind && isAddressEqual(it.holder, address));
    for (const credential of own.toSorted((a, b) => b.issuedAt - a.issuedAt)) {
      const checking = verifyCredential({ chain: clientChain, credential, holder: address, kind });
      const checked = await checking.catch((error: Error) => {
        if (error.name.startsWith("Credential")) return undefined;
        throw error;
      });
      if (checked !== undefined) return checked;
    }
    return undefined;
  }
}

const kinds = [0, 1, 2, 3] as const;
export const statuses = [undefined, "active", "suspended", "revoked"] as const;

/** As it is printed: however it was typed. */
function onOneLine(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
