import { type Address, type Hex, bytesToHex, sha256 } from "viem";
import { ChartError } from "#core/chart/ChartError.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { inParallel } from "#core/chart/inParallel.ts";
import { sealBody } from "#core/sealing/body/sealBody.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import type { StaffChart } from "#core/sealing/staff/StaffSheet.ts";
import { bytesOfStaffSheet } from "#core/sealing/staff/staffSheetBytes.ts";
import { staffSheetPlace } from "#core/sealing/staff/staffSheetPlace.ts";
import { staffSheetTypedData } from "#core/sealing/staff/staffSheetTypedData.ts";
import { ClientError } from "../ClientError.ts";
import type { FullConnection } from "../connect.ts";
import { createMail } from "../mail/createMail.ts";
import { staffSheetLetter } from "./staffSheetLetter.ts";

export type HandOutParameters = {
  /** The hospital. */
  holder: Holder;
  connection: FullConnection;
  charts: readonly StaffChart[];
  staff: readonly Address[];
};

export type HandedOut = {
  /** In Unix seconds. */
  at: number;
  received: Address[];
  failed: { staff: Address; refusal: string }[];
};

/**
 * Gives a hospital's staff what they need to add: one file for all, one signature, and to each a letter with its key. It
 * has keys to write with and no others; who is withdrawn can go on writing with none, since the contract refuses them.
 */
export async function handOutSheet({ holder, connection, charts, staff }: HandOutParameters): Promise<HandedOut> {
  const { clientChain: chain, signer } = connection;
  const { chainId, contracts } = chain.deployment;
  const { address } = holder;
  const at = Math.max((await chain.head()).time, chain.now());
  const sheet = { hospital: address.toLowerCase() as Hex, at, charts: [...charts] };
  const bytes = bytesOfStaffSheet(sheet);
  const about = { chainId, staffRegistry: contracts.StaffRegistry, hospital: address, at };
  const typedData = staffSheetTypedData({ ...about, content: sha256(bytes) });
  const signature = await signer.signTypedData(typedData).catch((cause: unknown) => {
    throw new ClientError("NotSigned", { cause });
  });
  const dek = randomBytes(32);
  const cid = await stored(holder, { bytes, dek, staffRegistry: contracts.StaffRegistry });
  const content = staffSheetLetter({ cid, key: bytesToHex(dek), at, signature });
  const mail = createMail(holder, connection);
  const failed: HandedOut["failed"] = [];
  const received: Address[] = [];
  await inParallel(staff, atATime, async (to) => {
    try {
      await mail.send({ to, content });
      received.push(to);
    } catch (error) {
      failed.push({ staff: to, refusal: (error as Error).name });
    }
  });
  return { at, received, failed };
}

const atATime = 4;

type Stored = { bytes: Uint8Array<ArrayBuffer>; dek: Uint8Array; staffRegistry: Address };

async function stored({ address, services }: Holder, { bytes, dek, staffRegistry }: Stored): Promise<string> {
  const place = staffSheetPlace(services.chain.chainId, staffRegistry, address);
  const sealed = sealBody({ content: new Blob([bytes]).stream(), length: bytes.length, dek, place });
  const cid = await services.blobs.put(sealed.body, sealed.size);
  if (cid !== (await sealed.cid)) throw new ChartError("RecordNotStored");
  return cid;
}
