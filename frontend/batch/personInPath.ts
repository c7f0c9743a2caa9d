/** Whom a file's folder or name begins with: "0x…", or "Family, Given 1970-01-31". The nearest to the file counts. */
export function personInPath(path: string): { address: string } | { names: string[]; birthDate: string } | undefined {
  for (const part of path.split("/").toReversed()) {
    const address = /^0x[0-9a-f]{40}(?![0-9a-z])/i.exec(part)?.[0];
    if (address !== undefined) return { address };
    const named = /^(\p{L}[^\d/]*?)[\s_]+(\d{4}-\d\d-\d\d)(?!\d)/u.exec(part);
    if (named !== null) return { names: [named[1]!.replaceAll("_", " ")], birthDate: named[2]! };
  }
  return undefined;
}
