import { createHash } from "node:crypto";
import type { Hex } from "viem";
import { eraseRecord } from "#core/chart/eraseRecord.ts";
import { exportChart } from "#core/chart/exportChart.ts";
import { listRecords } from "#core/chart/listRecords.ts";
import type { NewRecord } from "#core/chart/NewRecord.ts";
import { openChart } from "#core/chart/openChart.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { openSharedAccess } from "#core/chart/openSharedAccess.ts";
import { epochsBetween } from "#core/chart/epochsBetween.ts";
import { ownKeysOf, ownSeeds } from "#core/chart/ownKeys.ts";
import { publishRecords } from "#core/chart/publishRecords.ts";
import { readRecord } from "#core/chart/readRecord.ts";
import { renewRoot } from "#core/chart/renewRoot.ts";
import { revokeAccess } from "#core/chart/revokeAccess.ts";
import { shareChart } from "#core/chart/shareChart.ts";
import { type Category, categories } from "#core/records/categories.ts";
import { describeFile } from "#core/records/recordOfFile.ts";
import { parseCapsule } from "#core/sealing/capsule/parseCapsule.ts";
import { bytesOf } from "#core/sealing/body/bytesOf.ts";
import type { Planted } from "./planted.ts";
import type { PlantedPerson } from "./personAt.ts";

export type LiveWithChartsParameters = {
  planted: Planted;
  patient: PlantedPerson;
  /** Licensed, both with a vault. */
  doctors: readonly [PlantedPerson, PlantedPerson];
};

/** All that a patient does with a chart over the years, and two doctors with it. */
export async function liveWithCharts({ planted, patient, doctors }: LiveWithChartsParameters): Promise<void> {
  const [stays, leaves] = doctors;
  await patient.keepVault();
  await openChart({ holder: patient.holder });
  const published = await addRecords(planted, patient, patient);
  await addRecords(planted, patient, patient, { prev: published[0]! });
  for (const doctor of doctors) {
    await shareWith(planted, patient, doctor);
    await addRecords(planted, doctor, patient);
    await readEverything(planted, doctor, patient);
  }
  await revokeAccess({ holder: patient.holder, grantee: leaves.address });
  await addRecords(planted, stays, patient);
  await erase(planted, patient, published[0]!);

  const { roots } = await renewRoot({ holder: patient.holder, keepVault: patient.keepVault });
  patient.holder.roots = roots;
  await addRecords(planted, patient, patient);
  await readEverything(planted, patient, patient);
  await plantSeeds(planted, patient);
  await patient.connection.accessLog.read();
}

async function addRecords(
  planted: Planted,
  author: PlantedPerson,
  patient: PlantedPerson,
  more: Pick<NewRecord, "prev"> = {},
): Promise<Hex[]> {
  const access = await accessOf(author, patient);
  const texts = categories.slice(0, 3).map((category) => Object.assign(recordIn(planted, category), more));
  const name = `${planted.word("sealed", "file name")}.bin`;
  const content = new Blob([planted.word("sealed", "words in a file").repeat(60_000)]); // more than one block
  const file = { ...describeFile({ head: new Uint8Array(8), name, category: "genomics" }), content };
  return publishRecords({ holder: author.holder, access, records: [...texts, file] });
}

function recordIn(planted: Planted, category: Category): NewRecord {
  const note = [{ text: planted.word("sealed", "words in a record") }];
  const text = JSON.stringify({ resourceType: "Observation", note });
  planted.plant("sealed", "hash of a content", createHash("sha256").update(text).digest());
  return {
    category,
    title: planted.word("sealed", "title"),
    mediaType: `text/${planted.word("sealed", "media type")}`,
    issued: "2026-11-21T09:30:00Z",
    resources: [planted.word("sealed", "type in an entry")],
    content: new Blob([text]),
  };
}

function accessOf({ holder }: PlantedPerson, { address: subject }: PlantedPerson) {
  return holder.address === subject ? openOwnAccess({ holder }) : openSharedAccess({ holder, subject });
}

/** What comes before its wrapped key, other capsules have too. */
async function erase(planted: Planted, { holder }: PlantedPerson, capsuleHash: Hex): Promise<void> {
  const capsule = (await holder.services.capsules.get({ subject: holder.address, capsuleHash }))!;
  const { wrapped, box } = parseCapsule(capsule);
  for (const part of [wrapped, box]) planted.plant("erased", "capsule that was erased", part);
  await eraseRecord({ holder, capsuleHash });
}

async function shareWith(planted: Planted, patient: PlantedPerson, doctor: PlantedPerson): Promise<void> {
  const now = Math.floor(Date.now() / 1000);
  await shareChart({
    holder: patient.holder,
    grantee: doctor.address,
    granteeName: planted.word("sealed", "name of a grantee"),
    about: patient.about,
    read: [...categories],
    contribute: [...categories],
    purpose: "treatment",
    validUntil: now + 30 * 86_400,
    history: "all",
    now,
  });
  const { terms } = (await openSharedAccess({ holder: doctor.holder, subject: patient.address })).shared!;
  const { policyRule, extension } = terms as { policyRule: { text: string }; extension: { valueString: Hex }[] };
  planted.plant("sealed", "sentences of the terms", policyRule.text.slice(0, 200));
  planted.plant("sealed", "salt of the terms", Buffer.from(extension[0]!.valueString.slice(2), "hex"));
}

async function readEverything(planted: Planted, reader: PlantedPerson, patient: PlantedPerson): Promise<void> {
  const [access, { holder }] = [await accessOf(reader, patient), reader];
  const { records } = await listRecords({ holder, access });
  for (const record of records) {
    planted.plant("sealed", "key of a record", record.dek);
    planted.plant("place", "CID of a body", record.entry.cid);
  }
  await bytesOf(await readRecord({ holder, access, record: records[0]! }));
  if (reader === patient) for await (const _ of exportChart({ holder, access }));
}

async function plantSeeds(planted: Planted, { holder }: PlantedPerson): Promise<void> {
  const chart = (await holder.services.chain.chartOf(holder.address))!;
  for (const epoch of epochsBetween(0, chart.epoch)) {
    for (const { seed } of ownSeeds(holder, ownKeysOf({ holder, chart, epoch }))) {
      planted.plant("sealed", "seed of a category", seed);
    }
  }
}
