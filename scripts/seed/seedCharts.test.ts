import { beforeAll, describe, expect, test } from "vitest";
import type { Connection, VaultStore } from "#client/Connection.ts";
import { exportChart } from "#core/chart/exportChart.ts";
import type { Holder } from "#core/chart/Holder.ts";
import { listRecords } from "#core/chart/listRecords.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { openSharedAccess } from "#core/chart/openSharedAccess.ts";
import { readRecord } from "#core/chart/readRecord.ts";
import { revokeAccess } from "#core/chart/revokeAccess.ts";
import { parseTerms } from "#core/consent/parseTerms.ts";
import { categoryNumber } from "#core/records/categories.ts";
import { bytesOf } from "#core/sealing/body/bytesOf.ts";
import { openVault } from "#core/sealing/vault/openVault.ts";
import { passphraseUnlock } from "#core/sealing/vault/passphrase.ts";
import { recoveryUnlock } from "#core/sealing/vault/recoveryCode.ts";
import type { Vault } from "#core/sealing/vault/Vault.ts";
import { brokenOff } from "#test/support/brokenOff.ts";
import { type MemoryServices, memoryServices } from "#test/support/memoryServices.ts";
import { type Patient, type Person, clinicians, patients, people } from "./people.ts";
import { samplePassphrase } from "./samplePassphrase.ts";
import { sampleRecords } from "./sampleRecords.ts";
import { sampleRecoveryCode } from "./sampleRecoveryCode.ts";
import { type SampleShare, sampleShares } from "./sampleShares.ts";
import { seedCharts } from "./seedCharts.ts";

type World = { services: MemoryServices; vaults: Map<string, { vault: Vault; version: number }> };

function newWorld(vaults: World["vaults"] = new Map()): World {
  const services = memoryServices();
  for (const { account, kind } of people.licensed) {
    if (kind !== clinicians.pharmacist.kind) services.chain.clinicians.add(account.address.toLowerCase());
  }
  return { services, vaults };
}

function vaultStore({ vaults }: World, { account: { address } }: Person): VaultStore {
  return {
    get: async () => vaults.get(address),
    async put({ vault, version }) {
      if (vaults.get(address)?.version !== version) throw new Error("Changed");
      vaults.set(address, { vault, version: (version ?? 0) + 1 });
      return (version ?? 0) + 1;
    },
  };
}

const connectionTo = (world: World) => (person: Person) =>
  ({ services: world.services, vaults: vaultStore(world, person) }) as unknown as Connection;

const world = newWorld();
const { chain, grants } = world.services;
const { now } = chain;
const today = new Date(now * 1000).toISOString().slice(0, 10);
const steps: string[] = [];

beforeAll(async () => {
  await seedCharts({ connectionOf: connectionTo(world), people, now, onStep: (step) => steps.push(step) });
}, 120_000);

const holders = new Map<Person, Promise<Holder>>();

/** Unlocked once a run: that takes a while on purpose. */
function holderOf(person: Person): Promise<Holder> {
  const { address } = person.account;
  const { vault } = world.vaults.get(address)!;
  const unlock = recoveryUnlock(sampleRecoveryCode(address));
  const opened = openVault({ vault, unlock, chainId: chain.chainId, address });
  const holder = holders.get(person) ?? opened.then((roots) => ({ address, roots, services: world.services }));
  holders.set(person, holder);
  return holder;
}

async function ownRecords(patient: Patient) {
  const holder = await holderOf(patient);
  return listRecords({ holder, access: await openOwnAccess({ holder }) });
}

async function sharedWith(grantee: Person, patient: Patient) {
  const holder = await holderOf(grantee);
  const access = await openSharedAccess({ holder, subject: patient.account.address });
  return { holder, access, ...(await listRecords({ holder, access })) };
}

/** Everything that services hold, in a form that can be compared. */
async function contentsOf({ services, vaults }: World) {
  const addresses = people.patients.map(({ account }) => account.address);
  return {
    charts: await Promise.all(addresses.map((address) => services.chain.chartOf(address))),
    grants: await Promise.all(addresses.map((address) => services.chain.grantsOf(address))),
    records: await Promise.all(addresses.map((address) => services.chain.recordsOf(address))),
    bodies: [...services.blobs.bodies.keys()],
    capsules: [...services.capsules.bySubject].map(([subject, kept]) => [subject, [...kept.keys()]]),
    stored: [...services.grants.stored],
    vaults: structuredClone(vaults),
  };
}

function described({ category, title, issued }: { category: number; title: string; issued: string }): string {
  return `${issued} ${category} ${title}`;
}

const plans = sampleShares.flatMap(({ patient, shares }) =>
  shares.map((share): [string, string, Patient, SampleShare] => [patient.name, share.with.name, patient, share]),
);
const standing = plans.filter(([, , , { isRevoked }]) => isRevoked !== true);

describe("The sample charts", () => {
  test("belong to people with a vault that the sample passphrase and their own recovery code unlock", async () => {
    for (const person of [...people.licensed, ...people.patients]) {
      expect((await holderOf(person)).roots).toHaveLength(1);
      expect(await chain.publishedKey(person.account.address)).toBeDefined();
    }
    const { address } = patients.maya.account;
    const { vault } = world.vaults.get(address)!;
    const unlock = passphraseUnlock(samplePassphrase);
    const roots = await openVault({ vault, unlock, chainId: chain.chainId, address });
    expect(roots).toEqual((await holderOf(patients.maya)).roots);
  });

  test.each(people.patients)(
    "of $name holds the whole history once, and nothing that does not open",
    async (patient) => {
      const { records, closed } = await ownRecords(patient);
      const expected = sampleRecords({ patient, today });
      expect(closed).toEqual([]);
      expect(records.map(({ entry }) => described(entry)).toSorted()).toEqual(
        expected.map((record) => described({ ...record, category: categoryNumber(record.category) })).toSorted(),
      );
    },
  );

  test.each(people.patients)("of $name can be read to the last byte", async (patient) => {
    const holder = await holderOf(patient);
    const contents: string[] = [];
    for await (const exported of exportChart({ holder, access: await openOwnAccess({ holder }) })) {
      contents.push("content" in exported ? Buffer.from(exported.content).toString("base64") : exported.refusal);
    }
    const expected = sampleRecords({ patient, today }).map(({ content }) => Buffer.from(content).toString("base64"));
    expect(contents.toSorted()).toEqual(expected.toSorted());
  });

  test.each(standing)(
    "%s's shows %s what was agreed, and nothing else",
    async (_, __, patient, { with: grantee, read }) => {
      const { access, records } = await sharedWith(grantee, patient);
      const wanted = new Set(read.map(categoryNumber));
      const all = (await ownRecords(patient)).records.filter(({ entry }) => wanted.has(entry.category));
      expect(new Set(records.map(({ capsuleHash }) => capsuleHash))).toEqual(
        new Set(all.map(({ capsuleHash }) => capsuleHash)),
      );
      expect(access.shared?.about).toEqual({ name: patient.name, birthDate: patient.birthDate });
    },
  );

  test.each(standing)(
    "%s's ends for %s when it was said to",
    async (_, __, patient, { with: grantee, days, purpose }) => {
      const { access } = await sharedWith(grantee, patient);
      const terms = parseTerms(access.shared!.terms);
      expect(terms).toMatchObject({ purpose, until: now + days * 86_400, granteeName: grantee.name });
    },
  );

  test.each(standing)(
    "%s's takes from %s what they wrote of late",
    async (_, __, patient, { with: grantee, contribute }) => {
      const { records } = await ownRecords(patient);
      const theirs = records.filter(({ author }) => author === grantee.account.address);
      expect(theirs.length > 0).toBe(contribute.length > 0);
      const categories = contribute.map(categoryNumber);
      for (const { entry } of theirs) {
        expect(categories).toContain(entry.category);
        expect(Date.parse(entry.issued) / 1000).toBeGreaterThan(now - 2 * 365 * 86_400);
      }
    },
  );

  test("show the hospital, which may only add to one of them, none of it", async () => {
    const { records, access } = await sharedWith(clinicians.hospital, patients.tomas);
    expect(records).toEqual([]);
    expect(access.keyIds).toEqual([]);
    expect(access.writingKey(categoryNumber("labs"))).toBeDefined();
    expect(access.writingKey(categoryNumber("vitals"))).toBeUndefined();
  });

  test("are closed to whose share was revoked: on chain, and by keys that they never had", async () => {
    await expect(sharedWith(clinicians.cardiologist, patients.tomas)).rejects.toMatchObject({ name: "NotGranted" });
    expect((await chain.chartOf(patients.tomas.account.address))?.epoch).toBe(1);
    const given = await grants.list({
      subject: patients.tomas.account.address,
      grantee: clinicians.cardiologist.account.address,
    });
    expect(given.map(({ epoch }) => epoch)).toEqual([0]);
    for (const { entry } of (await ownRecords(patients.tomas)).records) expect(entry.epoch).toBe(1);
  });

  test("show a mother her child's summary and vaccinations", async () => {
    const { holder, access, records } = await sharedWith(patients.maya, patients.leo);
    expect(new Set(records.map(({ entry }) => entry.category))).toEqual(
      new Set((["summary", "immunizations"] as const).map(categoryNumber)),
    );
    const record = records.find(({ entry }) => entry.category === categoryNumber("immunizations"))!;
    const text = new TextDecoder().decode(await bytesOf(await readRecord({ holder, access, record })));
    expect(text).toContain("vaccineCode");
  });

  test("tell how they come about, step by step", () => {
    expect(steps).toEqual([
      ...[...people.licensed, ...people.patients].map(({ name }) => `Keys of ${name}`),
      ...people.patients.map(({ name }) => `Chart of ${name}`),
    ]);
  });
});

describe("Seeding charts again", () => {
  test("changes nothing and takes no time, even a day later", async () => {
    const before = await contentsOf(world);
    const again: string[] = [];
    const onStep = (step: string) => again.push(step);
    await seedCharts({ connectionOf: connectionTo(world), people, now: now + 86_400, onStep });
    expect(await contentsOf(world)).toEqual(before);
    expect(again).toEqual([]);
  });

  test("does not share again what its owner has ended since", async () => {
    const [holder, grantee] = [await holderOf(patients.kwame), clinicians.hospital.account.address];
    await revokeAccess({ holder, grantee });
    await seedCharts({ connectionOf: connectionTo(world), people, now });
    await expect(sharedWith(clinicians.hospital, patients.kwame)).rejects.toMatchObject({ name: "NotGranted" });
  });

  test("takes the vault that is there when it was interrupted before its key was published", async () => {
    const here = newWorld();
    const some = { licensed: [clinicians.hospital], patients: [patients.kwame] };
    const services = brokenOff({ services: here.services, at: 1, happens: false });
    await expect(seedCharts({ connectionOf: connectionTo({ ...here, services }), people: some, now })).rejects.toThrow(
      "Cut off",
    );
    const left = [...structuredClone(here.vaults)];
    expect(left).not.toEqual([]);

    await seedCharts({ connectionOf: connectionTo(here), people: some, now });
    for (const [address, vault] of left) expect(here.vaults.get(address)).toEqual(vault);
    expect(await here.services.chain.recordsOf(patients.kwame.account.address)).not.toEqual([]);
  });
});
