import { type Address, bytesToHex } from "viem";
import type { Holder } from "#core/chart/Holder.ts";
import type { NewRecord } from "#core/chart/NewRecord.ts";
import { openChart } from "#core/chart/openChart.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import { publishRecords } from "#core/chart/publishRecords.ts";
import { type ShareChartParameters, shareChart } from "#core/chart/shareChart.ts";
import { keyedHash } from "#core/sealing/keyedHash.ts";
import { type MemoryServices, memoryServices } from "./memoryServices.ts";

export type Person = Holder & { services: MemoryServices };

export const about = { name: "Ada Marlow", birthDate: "1980-02-29" };

/** Somebody whose address and root follow from a name. */
export function person(name: string, services: MemoryServices): Person {
  const root = keyedHash(new Uint8Array(0), `test/secret/${name}`);
  const address = bytesToHex(keyedHash(root, "test/address").subarray(0, 20)) as Address;
  return { address, roots: [{ firstEpoch: 0, root }], services };
}

/** A patient with an open chart, and clinicians who have published their keys. */
export async function newWorld() {
  const services = memoryServices();
  const patient = person("patient", services);
  await openChart({ holder: patient });
  const clinician = async (name: string) => {
    const holder = person(name, services);
    services.chain.clinicians.add(holder.address);
    await publishIdentity({ holder });
    return holder;
  };
  return { services, patient, doctor: await clinician("doctor"), clinician };
}

export function labResult(text: string, more: Partial<NewRecord> = {}): NewRecord {
  return {
    category: "labs",
    mediaType: "text/plain",
    title: `About ${text}`,
    issued: "2026-11-21T09:30:00Z",
    resources: ["Observation"],
    content: new Blob([text]),
    ...more,
  };
}

/** Shares labs for a month, unless told otherwise. */
export function share(holder: Person, grantee: Person, more: Partial<ShareChartParameters> = {}) {
  const { now } = holder.services.chain;
  return shareChart({
    holder,
    grantee: grantee.address,
    about,
    read: ["labs"],
    contribute: [],
    purpose: "treatment",
    validUntil: now + 30 * 86_400,
    history: "all",
    now,
    ...more,
  });
}

/** The patient adds records to their own chart. */
export async function publish(holder: Person, ...records: NewRecord[]) {
  return publishRecords({ holder, access: await openOwnAccess({ holder }), records });
}
