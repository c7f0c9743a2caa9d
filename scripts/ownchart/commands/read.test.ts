import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { type CommandLine, asPatient, readyCommandLine } from "#test/support/commandLine.ts";

const observation =
  '{"resourceType":"Observation","status":"final","valueQuantity":{"value":1.10},"note":"\\u009b31m\u202e"}';
const document = `{"resourceType":"Bundle","type":"document","entry":[{"resource":${observation}}]}`;
const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 0xff);

let line: CommandLine;
let hashes: { fhir: string; picture: string };

beforeAll(async () => {
  line = await readyCommandLine();
  writeFileSync(line.path("document.json"), document);
  writeFileSync(line.path("x-ray.png"), picture);
  const files = [line.path("document.json"), line.path("x-ray.png")];
  const { json } = await line.run(["publish", ...files, ...asPatient, "--yes", "--json"]);
  hashes = { fhir: json.published[0].capsuleHash, picture: json.published[1].capsuleHash };
});

describe("read", () => {
  it("shows FHIR indented on the terminal, every number as it was, and nothing that drives it", async () => {
    const { out } = await line.run(["read", hashes.fhir.slice(0, 10), ...asPatient], { isTTY: true });
    expect(out).toContain('\n        "valueQuantity": {\n          "value": 1.10\n');
    expect(out).not.toMatch(/[\u009b\u202e]/);
  });

  it("pipes the very bytes", async () => {
    expect((await line.run(["read", hashes.fhir, ...asPatient])).out).toBe(document);
  });

  it("gives programs the content as JSON, or in base64", async () => {
    const { json } = await line.run(["read", hashes.fhir, ...asPatient, "--json"]);
    expect(json).toEqual({
      record: expect.objectContaining({ capsuleHash: hashes.fhir }),
      content: JSON.parse(document),
    });
    const { json: binary } = await line.run(["read", hashes.picture, ...asPatient, "--json"]);
    expect(Buffer.from(binary.base64, "base64")).toEqual(Buffer.from(picture));
  });

  it("shows no picture on a terminal, and writes it to a file", async () => {
    const args = ["read", hashes.picture, ...asPatient];
    expect((await line.run(args, { isTTY: true })).err).toContain(
      "This is no text; give a file to write to with --out.",
    );
    const { json } = await line.run([...args, "--out", line.path("out.png"), "--json"]);
    expect(json).toMatchObject({ file: line.path("out.png"), bytes: picture.length });
    expect(readFileSync(line.path("out.png"))).toEqual(Buffer.from(picture));
  });

  it("writes over nothing, and leaves nothing of what was damaged", async () => {
    writeFileSync(line.path("mine"), "mine");
    const args = ["read", hashes.picture, ...asPatient, "--out"];
    expect((await line.run([...args, line.path("mine")])).err).toMatch(/^FileExists: .*mine: Something/);
    expect(readFileSync(line.path("mine"), "utf8")).toBe("mine");

    const { blobs } = line.services;
    blobs.delivered = (body) => body.map((byte, i) => (i === 2000 ? byte ^ 1 : byte));
    expect((await line.run([...args, line.path("damaged")])).err).toMatch(/^Body(?:Damaged|NotItsCid): /);
    blobs.delivered = (body) => body;
    expect(existsSync(line.path("damaged"))).toBe(false);
    expect(readdirSync(line.folder).filter((name) => name.includes("draft"))).toEqual([]);
  });

  it("says what is not there", async () => {
    const run = (wanted: string) => line.run(["read", wanted, ...asPatient]);
    expect((await run("3")).err).toMatch(/^RecordNotFound: /);
    expect((await run("0xffffffffff")).err).toMatch(/^RecordNotFound: /);
    expect(await run("0x12")).toMatchObject({ code: 2 });
    expect(await run("first")).toMatchObject({ code: 2 });
    line.services.blobs.bodies.clear();
    expect((await run(hashes.fhir)).err).toMatch(/^RecordGone: /);
  });
});
