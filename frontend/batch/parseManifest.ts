/** What a list says of one file. */
export type ManifestRow = {
  file: string;
  address?: string;
  name?: string;
  birthDate?: string;
  part?: string;
  title?: string;
};

/** How the list in a folder is called. */
export const manifestName = "index.csv";

export class ManifestError extends Error {
  override readonly name = "ManifestUnreadable";
}

/**
 * A list of files, one a line, with headings in the first: `file`, then `patient` (an address) or `name` and `birth date`, and
 * where wanted `part` and `title`. Commas or semicolons, quotes where there are some inside.
 */
export function parseManifest(text: string): ManifestRow[] {
  const [head, ...lines] = rowsOf(text.replace(/^\u{feff}/u, ""));
  const headings = (head ?? []).map(
    (it) =>
      headingNames[
        it
          .trim()
          .toLowerCase()
          .replaceAll(/[\s_-]+/g, "")
      ],
  );
  if (!headings.includes("file")) throw new ManifestError("It has no heading “file”.");
  return lines.flatMap((cells) => {
    const row: Partial<ManifestRow> = {};
    for (const [place, cell] of cells.entries()) {
      const heading = headings[place];
      if (heading !== undefined && cell.trim() !== "") row[heading] = cell.trim();
    }
    const { file } = row;
    return file === undefined ? [] : Object.assign(row, { file });
  });
}

const headingNames: Record<string, keyof ManifestRow> = {
  file: "file",
  patient: "address",
  address: "address",
  patientaddress: "address",
  name: "name",
  patientname: "name",
  birthdate: "birthDate",
  dateofbirth: "birthDate",
  part: "part",
  title: "title",
};

function rowsOf(text: string): string[][] {
  const separator = text.split("\n", 1)[0]!.includes(";") ? ";" : ",";
  const rows: string[][] = [[]];
  let cell = "";
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (isQuoted && letter === '"' && text[at + 1] === '"') cell += text[++at];
    else if (letter === '"' && (isQuoted || cell.trim() === "")) isQuoted = !isQuoted;
    else if (!isQuoted && letter === separator) endCell();
    else if (!isQuoted && letter === "\n") {
      endCell();
      rows.push([]);
    } else cell += letter;
  }
  endCell();
  return rows.filter((row) => row.some((it) => it.trim() !== ""));

  function endCell(): void {
    rows.at(-1)!.push(cell.replace(/\r$/, ""));
    cell = "";
  }
}
