import fc from "fast-check";
import type { Hex } from "viem";
import { openChart } from "#core/chart/openChart.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { openSharedAccess } from "#core/chart/openSharedAccess.ts";
import { publishRecords } from "#core/chart/publishRecords.ts";
import { rotateKeys } from "#core/chart/rotateKeys.ts";
import { shareChart } from "#core/chart/shareChart.ts";
import { type Category, categories } from "#core/records/categories.ts";
import type { PlantedPerson } from "./personAt.ts";

/** Of each content: so that its body has a size that no other body has. */
export const alikeBytes = 5000;

export type PublishAlikeParameters = { patient: PlantedPerson; doctor: PlantedPerson };

/** In a chart of its own, two records of every category in each of two epochs, by two authors, which differ in nothing else. */
export async function publishAlike({ patient, doctor }: PublishAlikeParameters): Promise<Map<Hex, Category>> {
  const { holder, address: subject, about } = patient;
  const published = new Map<Hex, Category>();
  const add = async (author: PlantedPerson) => {
    const isOwn = author === patient;
    const access = isOwn ? await openOwnAccess({ holder }) : await openSharedAccess({ holder: author.holder, subject });
    const order = fc.sample(fc.shuffledSubarray([...categories], { minLength: categories.length }), 1)[0]!;
    const hashes = await publishRecords({ holder: author.holder, access, records: order.map(alike) });
    for (const [i, hash] of hashes.entries()) published.set(hash, order[i]!);
  };

  await openChart({ holder });
  const validUntil = Math.floor(Date.now() / 1000) + 30 * 86_400;
  const everything = { read: [...categories], contribute: [...categories], history: "all" } as const;
  await shareChart({ holder, grantee: doctor.address, about, purpose: "treatment", validUntil, ...everything });
  for (const author of [patient, doctor]) await add(author);
  await rotateKeys({ holder });
  for (const author of [patient, doctor]) await add(author);
  return published;
}

function alike(category: Category) {
  const content = new Blob([new Uint8Array(alikeBytes)]);
  return {
    category,
    mediaType: "text/plain",
    title: "A record",
    issued: "2026-11-21T09:30:00Z",
    resources: ["Basic"],
    content,
  };
}
