import { type Address, bytesToHex, hexToBytes } from "viem";
import type { FullConnection } from "#client/connect.ts";
import { readSeat } from "#client/chain/readBoards.ts";
import { readCredential } from "#client/readCredential.ts";
import { licenceNumberHash } from "#core/chain/licenceNumberHash.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { LicensingError } from "#core/licensing/LicensingError.ts";
import type { BoardSecret } from "#core/licensing/Paper.ts";
import { signPaper } from "#core/licensing/signPaper.ts";
import { draftName } from "#core/sealing/draft/draftName.ts";
import { openDraft } from "#core/sealing/draft/openDraft.ts";
import { sealDraft } from "#core/sealing/draft/sealDraft.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { KeeperError } from "../KeeperError.ts";
import type { SecretState } from "./Licensing.ts";
import type { SecretStore } from "./SecretStore.ts";
import { type PaperMail, placeOf } from "./createPaperMail.ts";
import { readBoardRegister } from "./boardRegister.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export type SecretKeeper = ReturnType<typeof createSecretKeeper>;

export type CreateSecretKeeperParameters = {
  holder: () => Holder;
  connection: FullConnection;
  mail: PaperMail;
  store: SecretStore;
};

/**
 * The secret under which a board's numbers stand in the register. It lies on the device, sealed as drafts are; what is not
 * there yet is looked for among what other members have handed on. None counts that the board's licences do not stand under.
 */
export function createSecretKeeper({ holder, connection, mail, store }: CreateSecretKeeperParameters) {
  const { clientChain: chain, gateway, signer } = connection;
  /** Whether a secret fits its board; asked once as long as the vault is open, and again where nothing told. */
  const judged = new Map<string, boolean>();

  const placeOn = (jurisdiction: string) => {
    const { address: subject, roots, services } = holder();
    const { chainId, consentRegistry } = services.chain;
    const place = { chainId, consentRegistry, subject, form: `board-secret/${jurisdiction}` };
    return { roots, place, name: draftName(roots, place) };
  };

  async function keep(jurisdiction: string, secret: Bytes): Promise<void> {
    const { roots, place, name } = placeOn(jurisdiction);
    await store.set(name, sealDraft({ roots, place, content: secret }));
  }

  async function kept(jurisdiction: string): Promise<Bytes | undefined> {
    const { roots, place, name } = placeOn(jurisdiction);
    const sealed = await store.get(name);
    const secret = sealed && openDraft({ roots, place, sealed });
    return secret && new Uint8Array(secret);
  }

  /** By the numbers that the board itself has certified; undefined where nobody has published one yet. */
  async function fits(jurisdiction: string, boardKey: Bytes): Promise<boolean | undefined> {
    const key = `${jurisdiction}/${bytesToHex(boardKey)}`;
    const before = judged.get(key);
    if (before !== undefined) return before;
    const { licences } = await readBoardRegister(connection, jurisdiction);
    for (const { holder: whose, kind } of licences.slice(0, mostAsked)) {
      const credential = await readCredential({ chain, gateway, holder: whose, kind }).catch(() => undefined);
      if (credential === undefined) continue;
      const { number, numberHash } = credential;
      const isIts = (await licenceNumberHash({ boardKey, jurisdiction, kind, number })) === numberHash;
      judged.set(key, isIts);
      return isIts;
    }
    return undefined;
  }

  async function handedOn(jurisdiction: string): Promise<Bytes | undefined> {
    const { papers } = await mail.received();
    for (const paper of [...papers.values()].toReversed()) {
      if (paper.paper !== "secret" || paper.jurisdiction !== jurisdiction) continue;
      const { isMember } = await readSeat(chain, { jurisdiction, address: paper.by });
      const secret = new Uint8Array(hexToBytes(paper.content.secret));
      if (isMember && (await fits(jurisdiction, secret)) !== false) return secret;
    }
    return undefined;
  }

  async function find(jurisdiction: string): Promise<{ state: SecretState; secret: Bytes | undefined }> {
    const here = await kept(jurisdiction);
    if (here !== undefined && (await fits(jurisdiction, here)) !== false) return { state: "here", secret: here };
    const given = await handedOn(jurisdiction);
    if (given === undefined) return { state: here === undefined ? "missing" : "another", secret: undefined };
    await keep(jurisdiction, given);
    return { state: "here", secret: given };
  }

  return {
    find,
    async require(jurisdiction: string): Promise<Bytes> {
      const { secret } = await find(jurisdiction);
      if (secret === undefined) throw new KeeperError("BoardSecretMissing");
      return secret;
    },
    /** For a board that has licensed nobody: under another secret nobody's number could be compared with before. */
    async make(jurisdiction: string): Promise<void> {
      const { licences } = await readBoardRegister(connection, jurisdiction);
      if (licences.length > 0 || (await find(jurisdiction)).secret !== undefined)
        throw new KeeperError("BoardSecretThere");
      await keep(jurisdiction, randomBytes(32) as Bytes);
    },
    async enter(jurisdiction: string, secret: Bytes): Promise<void> {
      if ((await fits(jurisdiction, secret)) === false) throw new LicensingError("BoardSecretOfAnother");
      await keep(jurisdiction, secret);
    },
    async handOn(jurisdiction: string, members: readonly Address[]): Promise<void> {
      const { secret } = await find(jurisdiction);
      if (secret === undefined) throw new KeeperError("BoardSecretMissing");
      const { time: at } = await chain.head();
      const content = { secret: bytesToHex(secret) };
      const paper = { paper: "secret", jurisdiction, at, content } as const;
      await mail.send(await signPaper<BoardSecret>({ paper, signer, place: placeOf(connection) }), members);
    },
  };
}

/** Licences whose credentials are asked for: one that is published says enough. */
const mostAsked = 20;
