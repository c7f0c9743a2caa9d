import { expect, test } from "vitest";
import { findInChart } from "#core/chart/findInChart.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { exportChart } from "#core/chart/exportChart.ts";
import { openChart } from "#core/chart/openChart.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import { publishRecords } from "#core/chart/publishRecords.ts";
import type { ReadBack } from "#core/chart/readBack/ReadBack.ts";
import { readBackOf } from "#core/chart/readBack/readBackOf.ts";
import { writeChartFiles } from "#core/chart/writeChartFiles.ts";
import { entriesOf } from "#core/records/entriesOf.ts";
import { person } from "#test/support/chartPeople.ts";
import { memoryServices } from "#test/support/memoryServices.ts";
import { gatherChart } from "../../frontend/keeper/taking/gatherChart.ts";
import type { TakeWish } from "../../frontend/keeper/taking/TakesAlong.ts";
import { type Patient, people } from "./people.ts";
import { seedChart } from "./seedChart.ts";

const passphrase = "correct horse battery staple and more";
const { signal } = new AbortController();
const take = async (holder: Holder, wish: TakeWish) =>
  (await gatherChart({ holder, wish, told: () => {}, signal })).file;

/** A sample person's chart as `npm start` makes it, several authors and all. */
async function seeded(patient: Patient): Promise<Holder> {
  const services = memoryServices();
  const holderOf = ({ account }: Pick<Patient, "account">): Holder => {
    return { address: account.address, roots: [{ firstEpoch: 0, root: new Uint8Array(32).fill(7) }], services };
  };
  for (const licensed of people.licensed) {
    services.chain.clinicians.add(licensed.account.address.toLowerCase());
    await publishIdentity({ holder: holderOf(licensed) });
  }
  for (const other of people.patients) await publishIdentity({ holder: holderOf(other) });
  await seedChart({ patient, holderOf: async (who) => holderOf(who), now: services.chain.now });
  return holderOf(patient);
}

/** Somebody who begins anew, elsewhere, with nothing but what came out of a file. */
async function readInto({ records, left }: ReadBack): Promise<Holder> {
  const holder = person("somebody new", memoryServices());
  await openChart({ holder });
  expect(left).toEqual([]);
  await publishRecords({ holder, access: await openOwnAccess({ holder }), records });
  return holder;
}

const readBack = async (content: Blob) =>
  (await readBackOf({ content, passphrase: async () => passphrase, now: "2027-01-15T08:00:00Z" }))!;

const sorted = <It>(items: It[], nameOf: (item: It) => string) =>
  items.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));

/** All that a chart says of its records, and all that is in them, in an order of its own. */
async function contentsOf(holder: Holder) {
  const exported = await Array.fromAsync(exportChart({ holder, access: await openOwnAccess({ holder }) }));
  const contents = exported.map((one) => {
    if (!("content" in one)) throw new Error(one.refusal);
    const { cid: _cid, epoch: _epoch, ...described } = one.record.entry;
    const text = Buffer.from(one.content).toString("latin1");
    const isFhir = described.mediaType === "application/fhir+json";
    return Object.assign(described, { content: isFhir ? (JSON.parse(text) as object) : text });
  });
  return sorted(contents, (one) => JSON.stringify(one));
}

/** What an archive has in it, without what belongs to one chain and one moment. */
async function filesOf(holder: Holder) {
  const files = new Map<string, Uint8Array>();
  const write = async (path: string, content: Uint8Array) => void files.set(path, content);
  const exported = exportChart({ holder, access: await openOwnAccess({ holder }) });
  await writeChartFiles({ about: {}, exported, onRecord() {}, write });
  const json = (name: string) => JSON.parse(Buffer.from(files.get(name)!).toString());
  const records: Record<string, unknown>[] = json("index.json").records;
  const described = records.map(({ category, title, issued, mediaType, resources, file: path }) => {
    const bytes = path === "bundle.json" ? undefined : Buffer.from(files.get(path as string)!).toString("latin1");
    return { category, title, issued, mediaType, resources, bytes };
  });
  return {
    records: sorted(described, (one) => JSON.stringify(one)),
    entries: sorted(entriesOf(json("bundle.json")), (one) => JSON.stringify(one)),
  };
}

/** A Bundle's entries without the numbers that its records have in it. */
async function bundled(file: Blob) {
  const { entry } = JSON.parse(await file.text()) as { entry: { fullUrl: string }[] };
  const texts = entry.map((one) => JSON.stringify(one).replaceAll(/"valuePositiveInt":\d+/g, ""));
  return texts.toSorted();
}

test.for(people.patients)("the chart of $name, taken along and read into a new one, is the same", async (patient) => {
  const holder = await seeded(patient);
  const contents = await contentsOf(holder);
  expect(contents.length).toBeGreaterThan(20);

  const fromArchive = await readBack(await take(holder, { form: "archive", passphrase }));
  const byArchive = await readInto(fromArchive);
  expect(await contentsOf(byArchive)).toEqual(contents);
  expect(await filesOf(byArchive)).toEqual(await filesOf(holder));

  const bundle = await take(holder, { form: "bundle" });
  const byBundle = await readInto(await readBack(bundle));
  expect(await contentsOf(byBundle)).toEqual(contents);
  expect(await bundled(await take(byBundle, { form: "bundle" }))).toEqual(await bundled(bundle));

  const { records } = fromArchive;
  const found = await findInChart({ holder: byBundle, access: await openOwnAccess({ holder: byBundle }), records });
  expect(new Set(found).size).toBe(records.length);
  expect(found).not.toContain(undefined);
});
