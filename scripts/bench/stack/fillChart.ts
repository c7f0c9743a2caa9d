import { type Hex, bytesToHex, sha256 } from "viem";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { inParallel } from "#core/chart/inParallel.ts";
import { recordPlaceOf } from "#core/chart/recordPlaceOf.ts";
import { categoryNumber } from "#core/records/categories.ts";
import { sealCapsule } from "#core/sealing/capsule/sealCapsule.ts";
import { randomBytes } from "#core/sealing/randomBytes.ts";
import { defaultSuite } from "#core/sealing/suites.ts";
import type { MeasuredPerson } from "./startWorld.ts";

/** Publishes so many hashes of nothing in an open chart: as much as the chain ever sees of records. */
export async function fillChain({ paid: { address, services } }: MeasuredPerson, count: number): Promise<void> {
  const capsuleHashes = Array.from({ length: count }, () => bytesToHex(randomBytes(32)));
  await services.chain.publish({ author: address, subject: address, epoch: 0, capsuleHashes });
}

/** Publishes so many records in an open chart, whose capsules are at the gateway, and whose bodies are nowhere. */
export async function fillChart({ paid: holder }: Pick<MeasuredPerson, "paid">, count: number): Promise<Hex[]> {
  const { address: subject, services } = holder;
  const access = await openOwnAccess({ holder });
  const category = categoryNumber("labs");
  const publicKey = access.writingKey(category)!;
  const place = recordPlaceOf(services, subject, subject);
  const capsules = Array.from({ length: count }, (_, i) => {
    const entry = { ...described, category, epoch: access.epoch, title: `Laboratory report ${i}` };
    return sealCapsule({ entry, dek: randomBytes(32), suite: defaultSuite, publicKey, place });
  });
  await inParallel(capsules, 16, (capsule) => services.capsules.put({ subject, capsule }));
  const capsuleHashes = capsules.map((capsule) => sha256(capsule));
  await services.chain.publish({ author: subject, subject, epoch: access.epoch, capsuleHashes });
  return capsuleHashes;
}

const described = {
  cid: "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku",
  mediaType: "application/fhir+json",
  issued: "2026-11-21T09:30:00Z",
  resources: ["DiagnosticReport", "Observation"],
};
