import fc from "fast-check";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { fuzzRuns } from "#test/support/fuzzing.ts";
import { listShared, readShared } from "#test/support/shared.ts";
import { Narrative } from "./narrative/Narrative.tsx";
import { readEntries } from "./readEntries.ts";
import { RecordContent } from "./RecordContent.tsx";

/** Values that no member expects, and that some system somewhere has written into each. */
const odd = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    0,
    -1,
    1e308,
    true,
    "",
    " ",
    "constructor",
    "__proto__",
    "\ud800",
    [],
    {},
    [[]],
    [null],
  ),
  fc.constantFrom<unknown>(
    "x".repeat(1_000_000),
    Array.from({ length: 5_000 }, () => ({ text: "x" })),
    nested(400),
  ),
  fc.constantFrom<unknown>({ reference: "#" }, { reference: "#a" }, { coding: [{ code: {} }] }, "2019-13-45T99:99:99Z"),
  fc.jsonValue(),
);

function nested(depth: number): unknown {
  let value: unknown = "deep";
  for (let at = 0; at < depth; at += 1) value = at % 2 === 0 ? { inner: value } : [value];
  return value;
}

/** A copy with one member, chosen by turns at each fork, replaced by something else. */
function mutated(value: unknown, turns: readonly number[], replacement: unknown): unknown {
  const [turn, ...others] = turns;
  if (typeof value !== "object" || value === null || turn === undefined) return replacement;
  const names = Object.keys(value);
  const name = names[turn % Math.max(1, names.length)];
  if (name === undefined) return replacement;
  const copy: Record<string, unknown> = Array.isArray(value) ? ([...value] as never) : { ...value };
  copy[name] = mutated(copy[name], others, replacement);
  return copy;
}

/** On a machine that has much else to do; alone it takes a third of a second. */
const slowest = 20_000;

function renders(content: unknown): number {
  const begun = performance.now();
  const { length } = renderToStaticMarkup(<RecordContent content={content} />);
  expect(performance.now() - begun).toBeLessThan(slowest);
  return length;
}

const ownResources = [
  {
    resourceType: "Observation",
    code: { text: "Pressure" },
    effectivePeriod: { start: "2020", end: "2021" },
    component: [{ code: { text: "Part" }, valueQuantity: { value: 1, unit: "mm[Hg]" } }],
    interpretation: [{ coding: [{ code: "H" }] }],
    referenceRange: [{ low: { value: 1 }, high: { value: 2 }, appliesTo: [{ text: "x" }] }],
  },
  {
    resourceType: "MedicationRequest",
    dosageInstruction: [
      { timing: { repeat: { frequency: 1, period: 1, periodUnit: "d", when: ["HS"], dayOfWeek: ["mon"] } } },
    ],
  },
  { resourceType: "Composition", section: [{ title: "A", text: { div: "<div>x</div>" }, section: [{ title: "B" }] }] },
  { resourceType: "Goal", target: [{ measure: { text: "x" }, detailQuantity: { value: 1 }, dueDate: "2020" }] },
  { resourceType: "FamilyMemberHistory", condition: [{ code: { text: "x" }, onsetAge: { value: 3, code: "a" } }] },
  { resourceType: "Unheard", deep: { of: { it: [{ coding: [{ display: "x" }] }] } } },
];

describe("any record at all", () => {
  it("is shown, whatever was put in the place of one of its members", () => {
    const property = fc.property(
      fc.constantFrom(...ownResources),
      fc.array(fc.nat(50), { minLength: 1, maxLength: 8 }),
      odd,
      (resource, turns, replacement) => {
        const broken = mutated(resource, turns, replacement);
        const neighbours = [broken, resource].map((each) => ({ resource: each }));
        expect(renders({ resourceType: "Bundle", entry: neighbours })).toBeLessThan(1_000_000);
      },
    );
    fc.assert(property, { numRuns: fuzzRuns(300) });
  });

  it("has a narrative that is shown, whatever it is written in", () => {
    const markup = fc.array(
      fc.constantFrom("<", ">", "/", "p", "table", "td", "svg", "a href=", '"', "&", ";", "x", " ", "<!--"),
      {
        maxLength: 60,
      },
    );
    fc.assert(
      fc.property(markup, (parts) => {
        renderToStaticMarkup(<Narrative div={parts.join("")} />);
      }),
    );
  });
});

const folder = "fixtures/synthea-r4";
const histories = (await listShared(folder)).filter((name) => name.endsWith(".json.gz")).slice(0, 6);

async function historyOf(name: string): Promise<object> {
  const packed = new Blob([(await readShared(`${folder}/${name}`))!]);
  return (await new Response(packed.stream().pipeThrough(new DecompressionStream("gzip"))).json()) as object;
}

describe.skipIf(histories.length === 0)("real histories (left out where ../shared is absent)", () => {
  it.each(histories)("are shown whole, and broken in one place: %s", async (name) => {
    const history = await historyOf(name);
    renders(history);
    const { entries } = readEntries(history);
    const property = fc.property(
      fc.constantFrom(...entries),
      fc.array(fc.nat(50), { minLength: 1, maxLength: 8 }),
      odd,
      ({ resource }, turns, replacement) => void renders(mutated(resource, turns, replacement)),
    );
    fc.assert(property, { numRuns: fuzzRuns(50) });
  });
});

const others = (await listShared("fixtures/fhir-test-cases-r4")).filter((name) => name.endsWith(".json"));

describe.skipIf(others.length === 0)(
  "records that were written to confuse (left out where ../shared is absent)",
  () => {
    it.each(others)("are shown: %s", async (name) => {
      const text = new TextDecoder().decode(await readShared(`fixtures/fhir-test-cases-r4/${name}`));
      let content: unknown = text;
      try {
        content = JSON.parse(text);
      } catch {
        // Some are no JSON on purpose; then the text itself is the odd content.
      }
      renders(content);
    });
  },
);
