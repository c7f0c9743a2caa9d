import { expect, it } from "vitest";
import { labResult, newWorld, publish, share } from "#test/support/chartPeople.ts";
import { openSharedAccess } from "./openSharedAccess.ts";
import { revokeAllAccess } from "./revokeAllAccess.ts";
import { rotateKeys } from "./rotateKeys.ts";

it("ends every grant and changes the keys", async () => {
  const { patient, doctor, clinician, services } = await newWorld();
  const colleague = await clinician("colleague");
  await publish(patient, labResult("one"));
  await share(patient, doctor);
  await share(patient, colleague);
  await revokeAllAccess({ holder: patient });
  for (const holder of [doctor, colleague]) {
    const opening = openSharedAccess({ holder, subject: patient.address });
    await expect(opening).rejects.toMatchObject({ name: "NotGranted" });
  }
  expect((await services.chain.chartOf(patient.address))?.epoch).toBe(1);
});

it("lets somebody be granted anew afterwards", async () => {
  const { patient, doctor } = await newWorld();
  await share(patient, doctor);
  await revokeAllAccess({ holder: patient });
  await share(patient, doctor);
  expect((await openSharedAccess({ holder: doctor, subject: patient.address })).epoch).toBe(1);
});

it("changes the keys all the same when another device changed them in the same moment", async () => {
  const { patient, doctor, services } = await newWorld();
  await share(patient, doctor);
  services.chain.meanwhile = async () => void (await rotateKeys({ holder: patient }));
  await revokeAllAccess({ holder: patient });
  expect((await services.chain.chartOf(patient.address))?.epoch).toBe(2);
});
