import { type LicensedAddress, readRegister } from "#client/chain/readRegister.ts";
import type { FullConnection } from "#client/connect.ts";
import { readCredential } from "#client/readCredential.ts";
import { inParallel } from "#core/chart/inParallel.ts";
import type { Clinician } from "../Keeper.ts";

/** Everybody whose licence is in force and whose board signed their name; one whose credential is wrong is left out. */
export async function readClinicians(connection: FullConnection): Promise<Clinician[]> {
  const licensed = await readRegister(connection.clientChain);
  const found = await inParallel(licensed, atATime, (licence) => clinicianOf(connection, licence));
  return found.filter((it) => it !== undefined).toSorted((a, b) => a.name.localeCompare(b.name));
}

const atATime = 8;

async function clinicianOf(
  { clientChain: chain, gateway, services }: FullConnection,
  { address, kind }: LicensedAddress,
): Promise<Clinician | undefined> {
  const [credential, key] = await Promise.all([
    readCredential({ chain, gateway, holder: address, kind }).catch(() => undefined),
    services.chain.publishedKey(address),
  ]);
  if (credential === undefined) return undefined;
  const { name, speciality } = credential;
  return { address, kind, name, speciality, hasKey: key !== undefined };
}
