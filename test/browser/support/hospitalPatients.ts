import { type Address, isAddressEqual } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { connect } from "#client/connect.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { inParallel } from "#core/chart/inParallel.ts";
import { listRecords } from "#core/chart/listRecords.ts";
import { openChart } from "#core/chart/openChart.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { shareChart } from "#core/chart/shareChart.ts";
import type { Category } from "#core/records/categories.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { clinicians } from "../../../scripts/seed/people.ts";
import { deploymentHere } from "./deploymentHere.ts";
import type { BrowserWorld } from "./startApp.ts";

/** Somebody who lets the sample hospital add, with a name that nobody else has. */
export type HospitalPatient = { holder: Holder; subject: Address; name: string; birthDate: string };

export async function connectTo({ rpcUrl, gatewayUrl }: BrowserWorld, signer = newAccount()) {
  return connect({ rpcUrl, gatewayUrl, deployment: await deploymentHere(), signer });
}

function newAccount() {
  return privateKeyToAccount(generatePrivateKey());
}

/** New people with charts, made in Node, who let the sample hospital add for a month. */
export async function hospitalPatients(
  world: BrowserWorld,
  count: number,
  contribute: readonly Category[] = ["labs", "imaging"],
): Promise<HospitalPatient[]> {
  return inParallel(
    Array.from({ length: count }, (_, place) => place),
    atATime,
    async (place) => {
      const connection = await connectTo(world);
      const { services, signer } = connection;
      const holder: Holder = { address: signer.address, services, roots: [{ firstEpoch: 0, root: randomBytes(32) }] };
      const name = `Patience ${lettersOf(signer.address)}`;
      const birthDate = `19${50 + (place % 50)}-03-1${place % 10}`;
      await openChart({ holder });
      const { time: now } = await connection.clientChain.head();
      await shareChart({
        holder,
        grantee: clinicians.hospital.account.address,
        about: { name, birthDate },
        read: [],
        contribute,
        purpose: "treatment",
        validUntil: now + 30 * 86_400,
        history: "all",
        now,
      });
      return { holder, subject: signer.address, name, birthDate };
    },
  );
}

const atATime = 8;

/** A family name of letters alone. */
function lettersOf(address: Address): string {
  const letters = [...address.slice(2, 12).toLowerCase()].map(
    (digit) => "abcdefghijklmnop"[Number.parseInt(digit, 16)],
  );
  return letters.join("").replace(/^./, (first) => first.toUpperCase());
}

export type NamedFile = { name: string; mimeType: string; buffer: Buffer };

/** So many files for each, each with a text of its own, called by whom it is about. */
export function filesFor(patients: readonly HospitalPatient[], each: number, bytes = 200): NamedFile[] {
  return patients.flatMap(({ name, birthDate }) => {
    const [given, family] = name.split(" ");
    return Array.from({ length: each }, (_, place) => ({
      name: `${family}, ${given} ${birthDate} lab result ${place + 1}.txt`,
      mimeType: "text/plain",
      buffer: Buffer.from(`Result ${place + 1} of ${name}. `.padEnd(bytes, "Nothing unusual. ")),
    }));
  });
}

/** The titles that a patient finds in their chart, of which all must be the hospital's. */
export async function titlesOf({ holder }: HospitalPatient): Promise<string[]> {
  const { records } = await listRecords({ holder, access: await openOwnAccess({ holder }) });
  const others = records.filter(({ author }) => !isAddressEqual(author, clinicians.hospital.account.address));
  if (others.length > 0) throw new Error("Somebody else has added as well.");
  return records.map(({ entry }) => entry.title).toSorted();
}
