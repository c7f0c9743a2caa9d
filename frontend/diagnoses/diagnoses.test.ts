import { describe, expect, it, test } from "vitest";
import { readShared } from "#test/support/shared.ts";
import { quickest } from "#test/support/quickest.ts";
import { icd10Code } from "../fhir/note/icd10.ts";
import { createDiagnosisSearch } from "./createDiagnosisSearch.ts";
import text from "./diagnoses.txt?raw";
import { searchDiagnoses } from "./loadDiagnoses.ts";
import { parseDiagnoses } from "./parseDiagnoses.ts";

const diagnoses = parseDiagnoses(text);
const titles = (typed: string) => searchDiagnoses(typed).map(({ title }) => title);
const codes = (typed: string) => searchDiagnoses(typed).map(({ code }) => code);

describe("the diagnoses that can be found", () => {
  it("are of all chapters, each once, with a title of its own", () => {
    expect(diagnoses.length).toBeGreaterThan(900);
    expect(new Set(diagnoses.map(({ code }) => code)).size).toBe(diagnoses.length);
    expect(new Set(diagnoses.map(({ title }) => title)).size).toBe(diagnoses.length);
    for (const letter of "ABCDEFGHIJKLMNOPQRSTZ") {
      expect(diagnoses.filter(({ code }) => code.startsWith(letter)).length, letter).toBeGreaterThan(5);
    }
  });

  it("have codes in the form of ICD-10, and titles that one line holds", () => {
    for (const { code, title, synonyms } of diagnoses) {
      expect(icd10Code(code)).toBe(code);
      expect(title.length).toBeLessThan(70);
      for (const name of [title, ...synonyms]) expect(name, code).toBe(name.trim());
    }
  });

  test("are real ones: each code stands in ICD-10-CM", async ({ skip }) => {
    const packed = await readShared("fixtures/vocab/icd10cm-2021.tsv.gz");
    if (packed === undefined) return skip("left out: the list of codes is not beside the project");
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    const known = new Set((await new Response(unpacked).text()).split("\n").map((line) => line.split("\t")[0]));
    expect(diagnoses.filter(({ code }) => !known.has(code.replace(".", "")))).toEqual([]);
  });
});

describe("searching for a diagnosis", () => {
  it.each([
    ["asthma", "Asthma"],
    ["heart attack", "Heart attack"],
    ["attack heart", "Heart attack"],
    ["high blood pressure", "High blood pressure"],
    ["hypertension", "High blood pressure"],
    ["myocardial infarction", "Heart attack"],
    ["flu", "Flu"],
    ["COPD", "COPD"],
    ["I10", "High blood pressure"],
    ["j45909", "Asthma"],
    ["J45.909", "Asthma"],
    ["meniere", "Ménière's disease"],
    ["Sjogren", "Sjögren's syndrome"],
    ["diarrhea", "Diarrhoea"],
    ["anemia", "Anaemia"],
    ["migrane", "Migraine"],
    ["pnuemonia", "Pneumonia"],
    ["depresion recurrent", "Depression, recurrent"],
    ["broken wrist", "Broken wrist"],
    ["low back pa", "Low back pain"],
  ])("%s is first of all %s", (typed, title) => {
    expect(titles(typed)[0]).toBe(title);
  });

  it("tells by what else it is called where it was found by that", () => {
    expect(searchDiagnoses("sugar").map(({ code }) => code.slice(0, 3))).toContain("E11");
    expect(searchDiagnoses("gallbladder stone")).toEqual([]);
    expect(searchDiagnoses("apoplexy")).toEqual([{ code: "I63.9", title: "Stroke", also: "apoplexy" }]);
    expect(searchDiagnoses("stroke")[0]).toEqual({ code: "I63.9", title: "Stroke" });
  });

  it("lists all under the beginning of a code, and nothing for nothing", () => {
    expect(codes("J45").every((code) => code.startsWith("J45"))).toBe(true);
    expect(codes("j45.9").every((code) => code.startsWith("J45.9"))).toBe(true);
    expect([titles(""), titles("  ,"), titles("xylophone"), titles("Q999")]).toEqual([[], [], [], []]);
  });

  it("forgives a slip in long words alone", () => {
    expect(titles("flo")).not.toContain("Flu");
    expect(titles("bronchtis")).toContain("Bronchitis");
    expect(titles("bronchittis")).toContain("Bronchitis");
    expect(titles("brnochitis")).toContain("Bronchitis");
    expect(titles("bronxhitis")).toContain("Bronchitis");
    expect(titles("bronxitis")).toEqual([]);
  });

  it("puts the best first: code, name, beginning, words, synonyms", () => {
    const search = createDiagnosisSearch(
      parseDiagnoses("A01|Great fever|hot\nA02|Feverish cold\nA03|Heat|fever of another kind\nA04|Fever\nA05|Sun|A04"),
    );
    expect(search("fever").map(({ code }) => code)).toEqual(["A04", "A02", "A01", "A03"]);
    expect(search("a04").map(({ code }) => code)).toEqual(["A04", "A05"]);
  });

  it("takes less than ten milliseconds over all of them", () => {
    for (const typed of ["a", "heart attack", "xylophone concerto", "J45", "pnuemonia of the lung"]) {
      expect(
        quickest(() => searchDiagnoses(typed), { wanted: 10 }),
        typed,
      ).toBeLessThan(10);
    }
  });
});
