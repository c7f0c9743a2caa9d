import { describe, expect, test } from "vitest";
import { eraseRecord } from "#core/chart/eraseRecord.ts";
import { entriesOf } from "#core/records/entriesOf.ts";
import { labResult, newWorld, publish } from "#test/support/chartPeople.ts";
import { readZip } from "#test/support/readZip.ts";
import type { TakeProgress } from "./TakesAlong.ts";
import { createChartTaker } from "./createChartTaker.ts";
import { openArchiveFile } from "./openArchiveFile.ts";

const passphrase = "correct horse é ﬁ battery";
const goal = { resource: { resourceType: "Goal", id: "walk" } };
const history = labResult("a history", {
  mediaType: "application/fhir+json",
  content: new Blob([JSON.stringify({ resourceType: "Bundle", type: "collection", entry: [goal] })]),
});

async function chartOfThree() {
  const world = await newWorld();
  const [erased] = await publish(world.patient, labResult("erased"));
  await publish(world.patient, history, labResult("a letter"));
  return { ...world, erased: erased!, taker: createChartTaker(() => world.patient) };
}

describe("taking everything along", () => {
  test("as a file for another app: all that can be had is in it, and what cannot is named", async () => {
    const { patient, erased, taker } = await chartOfThree();
    await eraseRecord({ holder: patient, capsuleHash: erased });
    const told: TakeProgress[] = [];
    const { file, records, lost } = await taker.takeEverything({ form: "bundle" }, (progress) => told.push(progress));
    expect([records, lost]).toEqual([2, [{ title: undefined, publishedAt: expect.any(Number), refusal: "Missing" }]]);
    expect(told).toEqual([1, 2, 3].map((done) => ({ done, total: 3 })));
    const types = entriesOf(JSON.parse(await file.text())).map(({ resource }) => resource.resourceType);
    expect(types).toEqual(["Goal", "DocumentReference", "OperationOutcome"]);
  });

  test("as an archive: nothing of it can be read, and its passphrase brings all of it back", async () => {
    const { taker } = await chartOfThree();
    const { file } = await taker.takeEverything({ form: "archive", passphrase }, () => {});
    expect(Buffer.from(await file.bytes()).includes("Goal")).toBe(false);
    const files = readZip(await (await openArchiveFile(file, passphrase)).bytes());
    expect([...files.keys()].toSorted()).toEqual([
      "bundle.json",
      "files/0001-About-a-letter.txt",
      "files/0002-About-erased.txt",
      "index.json",
    ]);
    expect(entriesOf(JSON.parse(Buffer.from(files.get("bundle.json")!).toString()))).toEqual([goal]);
    const opening = openArchiveFile(file, "another passphrase altogether");
    await expect(opening).rejects.toMatchObject({ name: "ArchiveDoesNotOpen" });
    const cutShort = openArchiveFile(file.slice(0, -1), passphrase);
    await expect(cutShort).rejects.toMatchObject({ name: expect.stringMatching(/^Archive/) });
  });

  test("under a weak passphrase reads nothing at all", async () => {
    const { taker, services } = await chartOfThree();
    services.blobs.get = () => Promise.reject(new Error("Nobody should have asked."));
    const taking = taker.takeEverything({ form: "archive", passphrase: "password" }, () => {});
    await expect(taking).rejects.toMatchObject({ name: "PassphraseTooWeak" });
  });

  test("leaves no file once it is stopped or the storage cannot be reached, and can be begun again", async () => {
    const { taker, services } = await chartOfThree();
    const stopped = taker.takeEverything({ form: "bundle" }, () => void taker.cancelTaking());
    await expect(stopped).rejects.toMatchObject({ name: "TakingCancelled" });
    const { get } = services.blobs;
    services.blobs.get = () => Promise.reject(new Error("The storage cannot be reached."));
    await expect(taker.takeEverything({ form: "bundle" }, () => {})).rejects.toThrow("The storage cannot be reached.");
    services.blobs.get = get.bind(services.blobs);
    expect((await taker.takeEverything({ form: "bundle" }, () => {})).records).toBe(3);
  });
});
