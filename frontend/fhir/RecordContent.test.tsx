import { describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { showOnPage } from "#test/support/showOnPage.tsx";
import { RecordContent } from "./RecordContent.tsx";

const shown = (content: unknown) => showOnPage(<RecordContent content={content} />);
const bundle = (...resources: unknown[]) => ({
  resourceType: "Bundle",
  entry: resources.map((resource) => ({ resource })),
});
const textOf = (place: HTMLElement) => place.textContent.replaceAll("\u{a0}", " ");

const hba1c = (id: string, day: string, value: number) => ({
  resourceType: "Observation",
  id,
  status: "final",
  code: { text: "HbA1c" },
  effectiveDateTime: day,
  valueQuantity: { value, unit: "%" },
  referenceRange: [{ low: { value: 4, unit: "%" }, high: { value: 5.6, unit: "%" } }],
});

describe("a record", () => {
  it("shows a report's results in a table under its name, once, and says in words what is out of range", () => {
    const report = {
      resourceType: "DiagnosticReport",
      status: "final",
      code: { text: "Blood sugar" },
      result: [{ reference: "Observation/a" }],
      conclusion: "Come again in three months.",
    };
    const place = shown(bundle(report, hba1c("a", "2025-03-01", 8.1)));
    const table = place.querySelector("table")!;
    expect(table.caption!.textContent).toBe("Results of Blood sugar");
    expect(textOf(table)).toContain("8.1 %High");
    expect(place.querySelectorAll("table")).toHaveLength(1);
    expect(textOf(place)).toContain("Come again in three months.");
  });

  it("shows over time what was measured more than once, every value within the keyboard's reach", async () => {
    const place = shown(bundle(hba1c("a", "2025-03-01", 8.1), hba1c("b", "2025-11-01", 6.9)));
    const figure = place.querySelector("figure")!;
    expect(textOf(figure)).toContain("HbA1c fell from 8.1 to 6.9 % between March and November 2025");
    const drawing = figure.querySelector("svg")!;
    expect(document.getElementById(drawing.getAttribute("aria-labelledby")!)!.textContent).toContain("fell from");
    figure.querySelector("summary")!.focus();
    await userEvent.keyboard("{Enter}");
    await expect.poll(() => figure.querySelectorAll("tbody tr").length).toBe(2);
  });

  it("says that a condition is refuted, a medicine stopped, an entry a mistake", () => {
    const place = shown(
      bundle(
        { resourceType: "Condition", code: { text: "Gout" }, verificationStatus: { coding: [{ code: "refuted" }] } },
        { resourceType: "MedicationRequest", status: "stopped", medicationCodeableConcept: { text: "Aspirin" } },
        { resourceType: "Procedure", status: "entered-in-error", code: { text: "X-ray" } },
      ),
    );
    for (const words of ["GoutRefuted", "AspirinStopped", "X-rayEntered in error"])
      expect(textOf(place)).toContain(words);
  });

  it("shows of a panel what it is made up of, and that a result does not hold yet", () => {
    const panel = {
      resourceType: "Observation",
      id: "p",
      code: { text: "Panel" },
      hasMember: [{ reference: "Observation/a" }],
    };
    const report = {
      resourceType: "DiagnosticReport",
      code: { text: "Sugar" },
      result: [{ reference: "Observation/p" }],
    };
    const part = { ...hba1c("a", "2025-03-01", 8.1), status: "preliminary" };
    for (const place of [shown(bundle(report, panel, part)), shown(bundle(panel, part))]) {
      expect(place.querySelectorAll("tbody tr")).toHaveLength(1);
      expect(textOf(place.querySelector("tbody")!)).toContain("8.1 %HighPreliminary");
    }
  });

  it("follows references within the record, into contained resources too", () => {
    const place = shown(
      bundle(
        {
          resourceType: "MedicationRequest",
          contained: [{ resourceType: "Medication", id: "m", code: { text: "Metformin" } }],
          medicationReference: { reference: "#m" },
          requester: { reference: "Practitioner/p" },
        },
        { resourceType: "Practitioner", id: "p", name: [{ given: ["Ann"], family: "Lee" }] },
      ),
    );
    expect(textOf(place)).toContain("Metformin");
    expect(textOf(place)).toContain("Prescribed byAnn Lee");
  });

  it("shows what it does not know as a tree of everything in it", () => {
    const place = shown({
      resourceType: "NutritionOrder",
      dateTime: "2025-03",
      oralDiet: { type: [{ text: "Low salt" }], fluidConsistencyType: [{ coding: [{ display: "Thin" }] }] },
      valueList: Array.from({ length: 25 }, (_, at) => `Item ${at}`),
    });
    for (const words of ["Nutrition order", "Date timeMarch 2025", "Oral diet", "Low salt", "Thin", "Item 9"]) {
      expect(textOf(place)).toContain(words);
    }
    expect(textOf(place)).not.toContain("Item 10");
    expect(textOf(place)).toContain("Show 15 more");
  });

  it("shows a note as the text it is, and cuts a long one until it is wanted", async () => {
    const text = "Lorem ipsum ".repeat(100_000);
    const attachment = { contentType: "text/plain", data: btoa(text) };
    const place = shown({ resourceType: "DocumentReference", type: { text: "Note" }, content: [{ attachment }] });
    expect(place.textContent.length).toBeLessThan(5_000);
    const button = place.querySelector("button")!;
    expect(button.textContent).toBe("Show more");
    button.click();
    await expect.poll(() => place.textContent.length).toBeGreaterThan(500_000);
  });

  it("has a title and a day of one line, however much was written there", () => {
    const place = shown({
      resourceType: "Procedure",
      code: { text: "x ".repeat(500_000) },
      performedString: "y".repeat(1_000_000),
    });
    expect(place.textContent.length).toBeLessThan(300);
  });

  it("shows a narrative only when it is opened, and then without its script", async () => {
    const div = "<div>As told<script>globalThis.wasHarmed = true</script></div>";
    const place = shown({ resourceType: "Condition", code: { text: "Gout" }, text: { div } });
    expect(textOf(place)).not.toContain("As told");
    place.querySelector("summary")!.click();
    await expect.poll(() => textOf(place)).toContain("As told");
    expect("wasHarmed" in globalThis).toBe(false);
  });

  it("says what it left out", () => {
    expect(textOf(shown({ resourceType: "Bundle", entry: [null, { resource: 7 }, {}] }))).toBe(
      "This record holds nothing that can be shown.3 parts could not be read and are left out.",
    );
  });

  it.each([
    [undefined],
    [null],
    [7],
    ["text"],
    [[]],
    [{}],
    [{ resourceType: 7 }],
    [{ resourceType: "Bundle", entry: 7 }],
  ])("may be nothing of the kind: %j", (content) => {
    expect(textOf(shown(content))).toContain("This record holds nothing that can be shown.");
  });
});
