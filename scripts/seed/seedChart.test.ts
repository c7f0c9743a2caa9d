import fc from "fast-check";
import { expect, test } from "vitest";
import type { Holder } from "#core/chart/Holder.ts";
import { listRecords } from "#core/chart/listRecords.ts";
import { openOwnAccess } from "#core/chart/openOwnAccess.ts";
import { publishIdentity } from "#core/chart/publishIdentity.ts";
import { brokenOff } from "#test/support/brokenOff.ts";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { type MemoryServices, memoryServices } from "#test/support/memoryServices.ts";
import { type Person, clinicians, patients } from "./people.ts";
import { sampleRecords } from "./sampleRecords.ts";
import { seedChart } from "./seedChart.ts";

const { familyDoctor, cardiologist, pharmacist, hospital } = clinicians;
const patient = patients.tomas;
const grantees = [familyDoctor, hospital, pharmacist].map(({ account }) => account.address);

async function newWorld() {
  const services = memoryServices();
  for (const person of [familyDoctor, cardiologist, pharmacist, hospital]) {
    services.chain.clinicians.add(person.account.address.toLowerCase());
    await publishIdentity({ holder: holderOf(person, services) });
  }
  return services;
}

function holderOf({ account }: Person, services: MemoryServices): Holder {
  return { address: account.address, roots: [{ firstEpoch: 0, root: new Uint8Array(32).fill(7) }], services };
}

function seed(services: MemoryServices, now: number) {
  return seedChart({ patient, holderOf: async (person) => holderOf(person, services), now });
}

test("A chart whose seeding broke off anywhere is complete after one more time, and has nothing twice", async () => {
  const { now } = memoryServices().chain;
  const records = sampleRecords({ patient, today: new Date(now * 1000).toISOString().slice(0, 10) }).length;
  // An identity, a chart, four grants on chain and in store, a revocation; three authors; body and capsule a record.
  const changes = 1 + 1 + 4 * 2 + 1 + 3 + records * 2;
  const anywhere = fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: changes }));
  const property = fc.asyncProperty(anywhere, fc.boolean(), async (at, happens) => {
    const services = await newWorld();
    await expect(seed(brokenOff({ services, at, happens }), now)).rejects.toThrow("Cut off");
    await seed(services, now);
    if (at === changes && !happens) await seed(brokenOff({ services, at: 1, happens: false }), now);

    const holder = holderOf(patient, services);
    const listed = await listRecords({ holder, access: await openOwnAccess({ holder }) });
    expect(listed.closed).toEqual([]);
    expect(listed.records).toHaveLength(records);
    const inForce = await services.chain.grantsOf(holder.address);
    expect(inForce.map(({ grantee }) => grantee)).toEqual(grantees);
  });
  await fc.assert(property, { numRuns: fuzzRuns(16), examples: [[changes, false]] });
});
