/**
 * A page in the pseudo-locale that is found its way through by the same words as in English: each is looked for with
 * its accents, between its marks.
 */
export function inPseudoLocale<Found extends object>(found: Found): Found {
  return new Proxy(found, {
    get(target, name) {
      const member = Reflect.get(target, name) as unknown;
      if (typeof member !== "function") return member;
      if (typeof name !== "string" || !steps.has(name)) return member.bind(target) as unknown;
      return (...values: unknown[]) => {
        // A role is not a word.
        const asked = values.map((value, place) => (name === "getByRole" && place === 0 ? value : marked(value)));
        return inPseudoLocale(member.apply(target, asked) as object);
      };
    },
  });
}

/** What leads on to something that is looked for, by its words. */
const steps: ReadonlySet<string> = new Set(["getByRole", "getByText", "getByLabel", "first"]);

function marked(value: unknown): unknown {
  if (typeof value === "string") return patternOf(value);
  if (value instanceof RegExp) return new RegExp(accented(value.source), value.flags);
  if (typeof value !== "object" || value === null || !("name" in value)) return value;
  const { name, exact, ...others } = value as { name: string | RegExp; exact?: boolean };
  return { ...others, name: typeof name === "string" ? patternOf(name, exact) : marked(name) };
}

function patternOf(text: string, isExact = false): RegExp {
  const source = text.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
  return new RegExp(accented(isExact ? `^${source}$` : source), "i");
}

const accents: Record<string, string> = { a: "á", e: "é", i: "í", o: "ó", u: "ú", n: "ñ", c: "ç", y: "ý" };

/** Of a pattern: letters also with their accents, beginning and end also with their marks. */
function accented(source: string): string {
  return source
    .replace(/^\^/, "^[⟦]*")
    .replace(/\$$/, "[⟧]*$")
    .replaceAll(" ", String.raw`[⟦⟧\s]+`)
    .replaceAll(/(?<!\\)[aceinouy]/g, (letter) => `[${letter}${accents[letter]!}]`);
}
