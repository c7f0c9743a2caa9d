import { sha256 } from "viem";
import { categoryNumber } from "#core/records/categories.ts";
import type { Entry } from "#core/records/entry.ts";
import { bytesOf } from "#core/sealing/body/bytesOf.ts";
import { sealBody } from "#core/sealing/body/sealBody.ts";
import { streamOf } from "#core/sealing/body/streamOf.ts";
import { sealCapsule } from "#core/sealing/capsule/sealCapsule.ts";
import type { Suite } from "#core/sealing/suites.ts";
import { drawnFor } from "./drawnFor.ts";
import { randomFor } from "./randomFor.ts";
import { type Description, descriptions } from "./recordDescriptions.ts";
import { epochPair, scene } from "./scene.ts";

export type SealedRecord = Awaited<ReturnType<typeof sealRecord>>;

export async function sealRecords(suite: Suite): Promise<SealedRecord[]> {
  const records: SealedRecord[] = [];
  for (const description of descriptions) {
    const previous = records.find(({ entry }) => entry.title === description.supersedes);
    records.push(await sealRecord({ suite, description, previous }));
  }
  return records;
}

async function sealRecord(parameters: {
  suite: Suite;
  description: Description;
  previous: { capsule: Uint8Array } | undefined;
}) {
  const { suite, description, previous } = parameters;
  const { contentLength, epoch, mediaType, title, issued, resources } = description;
  const category = categoryNumber(description.category);
  const name = `record of ${contentLength} bytes, suite ${suite}`;
  const random = randomFor(name);
  const [dek, streamHeader] = [random(32), random(24)];
  const { body, cid } = await sealedBody({ contentLength, dek, streamHeader });

  const entry: Entry = {
    cid,
    mediaType,
    title,
    category,
    epoch,
    issued,
    resources,
    ...(previous && { prev: sha256(previous.capsule) }),
  };
  const { publicKey } = epochPair({ category, epoch, suite });
  const capsule = drawnFor(`capsule of the ${name}`, (draw) =>
    sealCapsule({ entry, dek, suite, publicKey, place: scene, random: draw }),
  );
  return { suite, category, epoch, dek, streamHeader, contentLength, body, capsule, entry };
}

async function sealedBody(parameters: { contentLength: number; dek: Uint8Array; streamHeader: Uint8Array }) {
  const { contentLength: length, dek, streamHeader } = parameters;
  const content = streamOf(contentOf(length));
  const { body, cid } = sealBody({ content, length, dek, place: scene, random: () => streamHeader });
  return { body: await bytesOf(body), cid: await cid };
}

export function contentOf(length: number): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => i % 251);
}

/** As the file holds it: large bodies can be made again from the key, the header and the length. */
export function recordVector({ body, capsule, entry, ...others }: SealedRecord) {
  return {
    ...others,
    body: others.contentLength > 70_000 ? null : Buffer.from(body).toString("base64"),
    bodySha256: sha256(body, "bytes"),
    capsule,
    capsuleSha256: sha256(capsule, "bytes"),
    entry,
  };
}
