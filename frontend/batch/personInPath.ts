/** Whom a file's folder or name begins with: "0x…", or "Family, Given 1970-01-31". The nearest to the file counts. */
export function personInPath(path: string): { address: string } | { names: string[]; birthDate: string } | undefined {
  for (const part of path.split("/").toReversed()) {
    const address = addressFirst.exec(part)?.[0];
    if (address !== undefined) return { address };
    const named = personFirst.exec(part);
    if (named !== null) return { names: [named[1]!.replaceAll("_", " ")], birthDate: named[2]! };
  }
  return undefined;
}

/** A title without whom it begins with: that is said by whose chart it stands in. */
export function withoutPerson(title: string): string {
  const rest = title
    .replace(addressFirst, "")
    .replace(personFirst, "")
    .replace(/^[\s_,.:-]+/, "");
  return rest === "" ? title : rest;
}

const addressFirst = /^0x[0-9a-f]{40}(?![0-9a-z])/i;
const personFirst = /^(\p{L}[^\d/]*?)[\s_]+(\d{4}-\d\d-\d\d)(?!\d)/u;
