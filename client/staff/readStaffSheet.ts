import { type Address, hexToBytes, isAddressEqual } from "viem";
import { ChartError } from "#core/chart/ChartError.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { bytesOf } from "#core/sealing/body/bytesOf.ts";
import { openBody } from "#core/sealing/body/openBody.ts";
import type { StaffSheet } from "#core/sealing/staff/StaffSheet.ts";
import { staffSheetPlace } from "#core/sealing/staff/staffSheetPlace.ts";
import { verifyStaffSheet } from "#core/sealing/staff/verifyStaffSheet.ts";
import { verifyOnChain } from "../chain/verifyOnChain.ts";
import type { FullConnection } from "../connect.ts";
import { createMail } from "../mail/createMail.ts";
import { type StaffSheetLetter, staffSheetIn } from "./staffSheetLetter.ts";

export type ReadStaffSheetParameters = {
  /** Somebody whom the hospital has appointed. */
  holder: Holder;
  connection: FullConnection;
  hospital: Address;
};

type Found = StaffSheetLetter & { position: number };

/**
 * The newest sheet that a hospital has signed; undefined where none has come. Whoever sent a letter is the gateway's word, so
 * it only tells where to look; those that are older than the one that counts are thrown away.
 */
export async function readStaffSheet(parameters: ReadStaffSheetParameters): Promise<StaffSheet | undefined> {
  const { holder, connection, hospital } = parameters;
  const mail = createMail(holder, connection);
  const letters: Found[] = [];
  for await (const { from, position, content } of mail.read()) {
    const letter = isAddressEqual(from, hospital) ? staffSheetIn(content) : undefined;
    if (letter !== undefined) letters.push({ ...letter, position });
  }
  let refusal: unknown;
  for (const letter of letters.toSorted((a, b) => b.at - a.at).slice(0, mostTried)) {
    try {
      const sheet = await opened(parameters, letter);
      const older = letters.filter(({ at }) => at < sheet.at);
      await Promise.all(older.map(({ position }) => mail.delete(position).catch(() => {}))); // the next time, then
      return sheet;
    } catch (error) {
      refusal ??= error;
    }
  }
  if (refusal !== undefined) throw refusal;
  return undefined;
}

async function opened({ holder, connection, hospital }: ReadStaffSheetParameters, letter: StaffSheetLetter) {
  const { clientChain: chain } = connection;
  const { chainId, contracts } = chain.deployment;
  const { StaffRegistry: staffRegistry } = contracts;
  const { cid, key, signature } = letter;
  const body = await holder.services.blobs.get(cid);
  if (body === undefined) throw new ChartError("RecordGone");
  const place = staffSheetPlace(chainId, staffRegistry, hospital);
  const bytes = await bytesOf(openBody({ body, cid, dek: hexToBytes(key), place }));
  const signedFor = { hospital, chainId, staffRegistry };
  return verifyStaffSheet({
    bytes,
    signature,
    ...signedFor,
    verifyOnChain: (signed) => verifyOnChain(chain, signed),
  });
}

const mostTried = 4;
