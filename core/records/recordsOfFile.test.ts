import { describe, expect, it } from "vitest";
import { recordsOfFile } from "./recordsOfFile.ts";

const now = "2027-01-15T08:00:00.000Z";
const all = (content: BlobPart, name = "file") =>
  Array.fromAsync(recordsOfFile({ content: new Blob([content]), name, now }));

const bundle = JSON.stringify({
  resourceType: "Bundle",
  type: "collection",
  entry: [{ resource: { resourceType: "Patient", id: "a" } }, { resource: { resourceType: "Immunization", id: "b" } }],
});

async function packed(text: string) {
  return new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"))).blob();
}

describe("the records of a file", () => {
  it("are those of a history, packed or not", async () => {
    for (const content of [bundle, await packed(bundle)]) {
      expect((await all(content)).map(({ category }) => category)).toEqual(["summary", "immunizations"]);
    }
  });

  it("are the file itself where it is anything else, with its content as it was", async () => {
    const [pdf, ...others] = await all("%PDF-1.4 …", "Blood_test.pdf");
    expect(others).toEqual([]);
    expect(pdf).toMatchObject({ mediaType: "application/pdf", title: "Blood test", category: "labs", issued: now });
    const packedWords = await packed("words");
    const [kept] = await all(packedWords);
    expect(await kept!.content.arrayBuffer()).toEqual(await packedWords.arrayBuffer());
    expect(await all('{"steps": 12}')).toMatchObject([{ mediaType: "application/json" }]);
  });

  it("are none where there is nothing in it, or a history is damaged", async () => {
    await expect(all("")).rejects.toMatchObject({ name: "EmptyFile" });
    await expect(all(bundle.slice(0, -9))).rejects.toMatchObject({ name: "NotJson" });
    await expect(all('{"resourceType":"Bundle","type":"collection"}')).rejects.toMatchObject({ name: "EmptyBundle" });
  });
});
