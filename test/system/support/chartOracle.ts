import { hash } from "node:crypto";
import { expect } from "vitest";
import { listRecords } from "#core/chart/listRecords.ts";
import { readRecord } from "#core/chart/readRecord.ts";
import { bytesOf } from "#core/sealing/body/bytesOf.ts";
import type { Connected } from "./connected.ts";
import { type SharedChart, accessOf } from "./sharedChart.ts";

export type ChartParties = {
  readers: readonly Connected[];
  /** Whose grant has ended, or who never had one. */
  refused?: readonly Connected[];
};

/**
 * Nothing published points to nothing and nothing is lost: what the chain knows is what was published, once each; the
 * patient and whoever may reads all of it, to the byte; whoever may not is refused; and the access log holds.
 */
export async function expectWhole(chart: SharedChart, { readers, refused = [] }: ChartParties): Promise<void> {
  for (const reader of [chart.patient, ...readers]) expect(await readWhole(chart, reader)).toEqual(await wanted(chart));
  for (const former of refused) await expectRefused(chart, former);
  await chart.patient.connection.accessLog.read();
}

/** Title and digest of every record, as somebody reads them. */
async function readWhole(chart: SharedChart, holder: Connected): Promise<[string, string][]> {
  const access = await accessOf(chart, holder);
  const { records, closed } = await listRecords({ holder, access });
  expect(closed).toEqual([]);
  const read = records.map(async (record): Promise<[string, string]> => {
    return [record.entry.title, digestOf(await bytesOf(await readRecord({ holder, access, record })))];
  });
  return (await Promise.all(read)).toSorted();
}

async function wanted({ contents }: SharedChart): Promise<[string, string][]> {
  const all = [...contents].map(async ([title, content]): Promise<[string, string]> => [
    title,
    digestOf(await content.bytes()),
  ]);
  return (await Promise.all(all)).toSorted();
}

/** By the chain for who asks it, and by the gateway for who does not. */
async function expectRefused(chart: SharedChart, former: Connected): Promise<void> {
  const subject = chart.patient.address;
  await expect(accessOf(chart, former)).rejects.toMatchObject({ name: "NotGranted" });
  const { capsules, grants } = former.services;
  const [record] = await chart.patient.services.chain.recordsOf(subject);
  await expect(capsules.get({ subject, capsuleHash: record!.capsuleHash })).rejects.toMatchObject(notGranted);
  await expect(Array.fromAsync(capsules.list({ subject }))).rejects.toMatchObject(notGranted);
  await expect(grants.list({ subject, grantee: former.address })).rejects.toMatchObject(notGranted);
}

const notGranted = { name: "NotGranted" };

function digestOf(bytes: Uint8Array): string {
  return hash("sha256", bytes);
}
