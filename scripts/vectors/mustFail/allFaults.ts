import { cidHasher } from "#core/sealing/body/cidHasher.ts";
import { bothSuites } from "../keyVectors.ts";
import type { Desk } from "../deskVector.ts";
import { piecesOf } from "../piecesOf.ts";
import type { SealedRecord } from "../recordVectors.ts";
import type { VaultVector } from "../vaultVectors.ts";
import type { BodyFault, Fault } from "./Fault.ts";
import { bodyFaults } from "./bodyFaults.ts";
import { capsuleFaults } from "./capsuleFaults.ts";
import { deskFaults } from "./deskFaults.ts";
import { entryFaults } from "./entryFaults.ts";
import { grantContentFaults } from "./grantContentFaults.ts";
import { grantFaults } from "./grantFaults.ts";
import { grantJsonFaults } from "./grantJsonFaults.ts";
import { keysetFaults } from "./keysetFaults.ts";
import { streamFaults } from "./streamFaults.ts";
import { vaultFaults } from "./vaultFaults.ts";
import { vaultFormFaults } from "./vaultFormFaults.ts";
import { withReferences } from "./withReferences.ts";

export type AllFaultsParameters = { records: readonly SealedRecord[]; vault: VaultVector; desk: Desk };

/** Everything that must be refused, as the file holds it. */
export async function allFaults({ records, vault, desk }: AllFaultsParameters): Promise<object[]> {
  const ofLength = (length: number) => records.find(({ contentLength }) => contentLength === length)!;
  const bodies = { small: ofLength(1), middle: ofLength(65_536), large: ofLength(1_048_576) };
  const recordBodies = records.map(({ body }) => body);
  const damaged = [...bodyFaults(bodies), ...streamFaults(bodies)];
  return withReferences([
    ...bothSuites.flatMap(capsuleFaults),
    ...bothSuites.flatMap(entryFaults),
    ...(await Promise.all(damaged.map((fault) => inPieces(fault, recordBodies)))),
    ...keysetFaults(),
    ...bothSuites.flatMap(grantFaults),
    ...bothSuites.flatMap(grantContentFaults),
    ...grantJsonFaults(),
    ...(await vaultFaults(vault)),
    ...(await vaultFormFaults(vault)),
    ...deskFaults(desk),
  ]);
}

async function inPieces({ body, ...fault }: BodyFault, records: readonly Uint8Array[]): Promise<Fault> {
  const hasher = cidHasher();
  await hasher.update(body);
  return { ...(fault as Fault), cid: fault["cid"] ?? (await hasher.digest()), body: piecesOf(body, records) };
}
