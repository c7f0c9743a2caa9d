import { describe, expect, test } from "vitest";
import { refreshGrants } from "#core/chart/refreshGrants.ts";
import { renewRoot } from "#core/chart/renewRoot.ts";
import { newWorld, share } from "#test/support/chartPeople.ts";
import { readShares } from "./readShares.ts";

describe("whom a chart is shared with", () => {
  test("is told with who lacks the keys that a renewal brought, until they are sent", async () => {
    const { patient, doctor, services } = await newWorld();
    await share(patient, doctor);
    expect(await readShares(patient)).toMatchObject([{ grantee: doctor.address, lacksNewKeys: false }]);

    services.grants.isLosing = true;
    const { roots } = await renewRoot({ holder: patient, keepVault: async () => {} });
    services.grants.isLosing = false;
    const renewed = { ...patient, roots };
    expect(await readShares(renewed)).toMatchObject([{ lacksNewKeys: true, read: ["labs"] }]);

    await refreshGrants({ holder: renewed });
    expect(await readShares(renewed)).toMatchObject([{ lacksNewKeys: false, read: ["labs"] }]);
  });

  test("is told with who has lost their keys altogether, which the chain alone knows", async () => {
    const { patient, doctor, services } = await newWorld();
    await share(patient, doctor);
    services.grants.stored.length = 0;
    expect(await readShares(patient)).toMatchObject([
      { grantee: doctor.address, lacksNewKeys: true, sentences: undefined },
    ]);
  });
});
