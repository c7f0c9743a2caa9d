import { expect, test } from "vitest";
import { type Person, labResult, newWorld, publish } from "#test/support/chartPeople.ts";
import type { NewRecord } from "./NewRecord.ts";
import { findInChart } from "./findInChart.ts";
import { openOwnAccess } from "./openOwnAccess.ts";

async function found(holder: Person, ...records: NewRecord[]) {
  return findInChart({ holder, access: await openOwnAccess({ holder }), records });
}

test("A record is in a chart that is described alike and holds the same, and each stands for one", async () => {
  const { patient } = await newWorld();
  const [blood, urine] = await publish(patient, labResult("blood"), labResult("urine"));
  const [again, another] = await found(patient, labResult("blood"), labResult("blood"));
  expect([again, another]).toEqual([blood, undefined]);
  expect(await found(patient, labResult("urine"), labResult("blood"))).toEqual([urine, blood]);
  const others = [
    labResult("blood", { content: new Blob(["other"]) }),
    labResult("blood", { category: "genomics" }),
    labResult("blood", { issued: "2026-11-21T09:30:01Z" }),
    labResult("blood", { resources: [] }),
  ];
  expect(await found(patient, ...others)).toEqual(others.map(() => undefined));
});

test("A Bundle holds the same however it was written, to the last number", async () => {
  const { patient } = await newWorld();
  const written = (text: string) =>
    labResult("fhir", { mediaType: "application/fhir+json", content: new Blob([text]) });
  const [hash] = await publish(
    patient,
    written('{"resourceType":"Bundle","id":"x","entry":[{"resource":{"resourceType":"Goal","n":1.10}}]}'),
  );
  const bundle = '{"entry": [{"resource": {"n": 1.10, "resourceType": "Goal"}}], "resourceType": "Bundle"}';
  expect(await found(patient, written(bundle))).toEqual([hash]);
  expect(await found(patient, written(bundle.replace("1.10", "1.1")))).toEqual([undefined]);
});

test("Nothing is opened that is described otherwise, and what is gone is not there", async () => {
  const { patient, services } = await newWorld();
  await publish(patient, labResult("blood"));
  const { get } = services.blobs;
  services.blobs.get = () => Promise.reject(new Error("Nobody should have asked."));
  expect(await found(patient, labResult("urine"))).toEqual([undefined]);
  services.blobs.get = get.bind(services.blobs);
  services.blobs.bodies.clear();
  expect(await found(patient, labResult("blood"))).toEqual([undefined]);
});
