/** Far deeper than any health record; a stranger could nest until the stack overflows. */
const deepest = 500;

/**
 * A value as RFC 8785 writes it: members sorted by UTF-16 code units, no spaces, numbers and strings as ECMAScript
 * writes them. Members that are undefined are left out.
 */
export function canonicalJson(value: unknown): string {
  return written(value, 0);
}

function written(value: unknown, depth: number): string {
  if (depth > deepest) throw new NotJsonError(`more than ${deepest} levels`);
  if (Array.isArray(value)) return `[${value.map((item) => written(item, depth + 1)).join()}]`;
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return `{${members
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${written(name, depth)}:${written(member, depth + 1)}`)
      .join()}}`;
  }
  if (typeof value === "string" && !value.isWellFormed()) throw new NotJsonError("half of a character");
  if (typeof value === "number" && !Number.isFinite(value)) throw new NotJsonError(String(value));
  if (!["string", "number", "boolean"].includes(typeof value) && value !== null) throw new NotJsonError(typeof value);
  return JSON.stringify(value);
}

export class NotJsonError extends Error {
  override readonly name = "NotJson";

  constructor(what: string) {
    super(`JSON cannot hold ${what}.`);
  }
}
