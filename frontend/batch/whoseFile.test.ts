import { describe, expect, test } from "vitest";
import { matchRows } from "./matchRows.ts";
import { parseManifest } from "./parseManifest.ts";
import { withoutPerson } from "./personInPath.ts";
import { csvOf } from "./reportCsv.ts";
import { type Hints, whoseFile } from "./whoseFile.ts";

const address = (byte: string) => `0x${byte.repeat(20)}` as const;
const [tomas, maya, leo] = [
  { subject: address("aa"), name: "Tomás Rivera", birthDate: "1967-02-03" },
  { subject: address("bb"), name: "Maya Chen", birthDate: "1993-08-14" },
  { subject: address("cc"), name: "Leo Chen", birthDate: "2021-03-09" },
];
const known = [tomas, maya, leo];
const hints = (more: Partial<Hints>): Hints => ({ row: undefined, people: [], path: "letter.pdf", ...more });
const whose = (more: Partial<Hints>, of = known) => whoseFile(hints(more), of);

describe("whose a file is", () => {
  test("is said by the list: by address, or by name and birth date", () => {
    expect(whose({ row: { file: "a", address: maya.subject.toUpperCase().replace("0X", "0x") } })).toEqual({
      subject: maya.subject,
    });
    expect(whose({ row: { file: "a", name: "RIVERA, Tomas", birthDate: "1967-02-03" } })).toEqual({
      subject: tomas.subject,
    });
  });

  test("is said by FHIR inside, else by the folder or the name that a file begins with", () => {
    expect(whose({ people: [{ names: ["maya chen"], birthDate: "1993-08-14" }] })).toEqual({ subject: maya.subject });
    expect(whose({ path: "drop/Chen, Leo 2021-03-09/ear.pdf" })).toEqual({ subject: leo.subject });
    expect(whose({ path: `drop/${tomas.subject}/ear.pdf` })).toEqual({ subject: tomas.subject });
    expect(whose({ path: `${tomas.subject}_ear.pdf` })).toEqual({ subject: tomas.subject });
    expect(whose({ path: "Rivera_Tomás_1967-02-03_ear.pdf" })).toEqual({ subject: tomas.subject });
  });

  test.each([
    ["another birth date", { people: [{ names: ["Maya Chen"], birthDate: "1993-08-15" }] }, "nobody"],
    ["a year alone", { people: [{ names: ["Maya Chen"], birthDate: "1993" }] }, "nobody"],
    ["a part of the name", { people: [{ names: ["Maya"], birthDate: "1993-08-14" }] }, "nobody"],
    ["an address that lets nobody add", { path: `${address("dd")}/ear.pdf` }, "nobody"],
    ["a longer address", { path: `${tomas.subject}99/ear.pdf` }, "no-hint"],
    ["nothing", {}, "no-hint"],
    [
      "two people inside",
      { people: [tomas, maya].map((it) => ({ names: [it.name], birthDate: it.birthDate })) },
      "several",
    ],
  ] as const)("is asked for where there is %s", (_, more, undecided) => {
    expect(whose(more as Partial<Hints>)).toEqual({ undecided });
  });

  test("is asked for where two patients fit", () => {
    const twin = { ...maya, subject: address("ee") };
    const people = [{ names: ["Maya Chen"], birthDate: "1993-08-14" }];
    expect(whose({ people }, [...known, twin])).toEqual({ undecided: "several" });
  });

  test("is asked for where the list says one, and the file or its folder another", () => {
    const row = { file: "a", address: tomas.subject };
    const about = (it: typeof maya) => [{ names: [it.name], birthDate: it.birthDate }];
    expect(whose({ row, people: about(maya) })).toEqual({ undecided: "contradiction" });
    const stranger = { names: ["Ada Marlow"], birthDate: "1980-02-29" };
    expect(whose({ row, people: [stranger] })).toEqual({ undecided: "contradiction" });
    expect(whose({ people: about(maya), path: `${tomas.subject}/a.json` })).toEqual({ undecided: "contradiction" });
    expect(whose({ row, people: about(tomas), path: `${tomas.subject}/a.json` })).toEqual({ subject: tomas.subject });
  });
});

test.each([
  ["Chen, Leo 2021-03-09 ear", "ear"],
  ["Rivera Tomás 1967-02-03", "Rivera Tomás 1967-02-03"],
  [`${tomas.subject}_knee left`, "knee left"],
  ["Knee 3", "Knee 3"],
])("the title of %s is %s", (title, expected) => {
  expect(withoutPerson(title)).toBe(expected);
});

describe("a list of files", () => {
  test("may have commas or semicolons, quotes, and headings in any case and order", () => {
    const text = '\u{feff}Birth Date;NAME;File;part\r\n1967-02-03;"Rivera; ""Tom""";"a ""b"".pdf";labs\r\n\r\n';
    expect(parseManifest(text)).toEqual([
      { birthDate: "1967-02-03", name: 'Rivera; "Tom"', file: 'a "b".pdf', part: "labs" },
    ]);
    expect(parseManifest("file,patient,title\na.pdf,0xaa,\n")).toEqual([{ file: "a.pdf", address: "0xaa" }]);
    expect(() => parseManifest("name\nMaya")).toThrow(expect.objectContaining({ name: "ManifestUnreadable" }));
  });

  test("is about a file by its path, and by a name that only one file has", () => {
    const [one, other] = [{ file: "a.pdf" }, { file: "./maya/b.pdf" }];
    expect([...matchRows([one, other], ["drop/maya/b.pdf", "drop/leo/b.pdf", "drop/x/a.pdf"])]).toEqual([
      ["drop/maya/b.pdf", other],
      ["drop/x/a.pdf", one],
    ]);
    expect(matchRows([one], ["drop/x/a.pdf", "drop/y/a.pdf"]).size).toBe(0);
    expect(matchRows([one, { file: "x/a.pdf" }], ["drop/x/a.pdf"]).size).toBe(0);
    expect(matchRows([one], ["drop/x/ba.pdf"]).size).toBe(0);
  });

  test("is written so that no cell is a formula", () => {
    expect(csvOf([["=1+1", 'a "b", c']])).toBe('\u{feff}\'=1+1,"a ""b"", c"\r\n');
  });
});
