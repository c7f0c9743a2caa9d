import type { Address } from "viem";
import { isAddressEqual } from "viem";
import type { FullConnection } from "#client/connect.ts";
import { createMail } from "#client/mail/createMail.ts";
import { isSignedByItsBoard } from "#core/chain/credential/isSignedByItsBoard.ts";
import { type LicenceCredential, parseLicenceCredential } from "#core/chain/credential/parseLicenceCredential.ts";
import type { Holder } from "#core/chart/Holder.ts";
import type { Paper, PaperId } from "#core/licensing/Paper.ts";
import { paperId } from "#core/licensing/paperId.ts";
import type { LicensingPlace } from "#core/licensing/paperTypedData.ts";
import { verifyPaper } from "#core/licensing/verifyPaper.ts";

/** What came by letter about licences, each thing once: papers with a signature that was checked, and what was certified by whoever says so there. */
export type Received = {
  papers: Map<PaperId, Paper>;
  credentials: LicenceCredential[];
  /** To whom this person sent a paper of their own. */
  sentTo: Map<PaperId, Address[]>;
};

export type PaperMail = {
  received(): Promise<Received>;
  /** To each of them who has a key, and to oneself, so that it is there after a reload. Answers with whom it reached. */
  send(sent: Paper | { credential: LicenceCredential }, to: readonly Address[]): Promise<Address[]>;
};

/**
 * The inbox is the store: what somebody sent they also sent to themselves. Only what is new is read, as long as the vault is
 * open. Whose word counts is for the chain to say, not for whoever sent it.
 */
export function createPaperMail(holder: () => Holder, connection: FullConnection): PaperMail {
  const place = placeOf(connection);
  const known: Received = { papers: new Map(), credentials: [], sentTo: new Map() };
  let last: number | undefined;
  let reading: Promise<unknown> = Promise.resolve();

  async function readOn() {
    const mail = createMail(holder(), connection);
    for await (const { position, content } of mail.read({ ...(last !== undefined && { after: last }) })) {
      last = position;
      const { licensing, credential, sentTo } = content as {
        licensing?: unknown;
        credential?: unknown;
        sentTo?: unknown;
      };
      if (licensing !== undefined) await takePaper(licensing, sentTo);
      if (credential !== undefined) await takeCredential(credential);
    }
  }

  async function takePaper(value: unknown, sentTo: unknown) {
    const paper = await verifyPaper(value, place).catch(() => undefined);
    if (paper === undefined) return;
    const id = paperId(paper, place);
    known.papers.set(id, paper);
    if (isAddressEqual(paper.by, holder().address) && Array.isArray(sentTo)) known.sentTo.set(id, sentTo as Address[]);
  }

  async function takeCredential(value: unknown) {
    const credential = parsed(value);
    if (credential === undefined) return;
    if (await isSignedByItsBoard({ credential, ...place })) known.credentials.push(credential);
  }

  return {
    async received() {
      reading = reading.catch(() => {}).then(readOn);
      await reading;
      return known;
    },
    async send(sent, to) {
      const mail = createMail(holder(), connection);
      const content = "paper" in sent ? { licensing: sent } : sent;
      const self = holder().address;
      const reached: Address[] = [];
      for (const address of to) {
        if (isAddressEqual(address, self)) continue;
        const isReached = await mail.send({ to: address, content }).then(
          () => true,
          (error: Error) => {
            if (error.name === "ReaderHasNoKey") return false;
            throw error;
          },
        );
        if (isReached) reached.push(address);
      }
      await mail.send({ to: self, content: { ...content, sentTo: reached } });
      return reached;
    },
  };
}

function parsed(value: unknown): LicenceCredential | undefined {
  try {
    return parseLicenceCredential(value);
  } catch {
    return undefined; // whoever sent it, it is none
  }
}

export function placeOf({ clientChain }: FullConnection): LicensingPlace {
  const { chainId, contracts } = clientChain.deployment;
  return { chainId, licenceRegistry: contracts.LicenceRegistry };
}
