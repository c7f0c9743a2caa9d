import { plainLine } from "./plainText.ts";
import { characterWidth, charactersOf, textWidth } from "./textWidth.ts";

export type Column = {
  title: string;
  align?: "right";
  /** Takes what width is left, and is wrapped where that is too little. */
  isFlexible?: true;
};

export type TableParameters = {
  columns: readonly Column[];
  rows: readonly (readonly string[])[];
  /** Of the terminal. */
  width: number;
};

const gap = "  ";
const leastFlexible = 12;

/** Lines that fit the width, whoever wrote what stands in them. */
export function table({ columns, rows, width }: TableParameters): string[] {
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => row.map(plainLine))];
  const widths = columns.map((_, i) => cells.reduce((most, row) => Math.max(most, textWidth(row[i] ?? "")), 0));
  const fixed = widths.reduce(
    (sum, it, i) => (columns[i]!.isFlexible ? sum : sum + it),
    gap.length * (columns.length - 1),
  );
  const flexible = columns.filter(({ isFlexible }) => isFlexible).length;
  const share = Math.max(leastFlexible, Math.floor((width - fixed) / Math.max(1, flexible)));
  const fitted = widths.map((it, i) => (columns[i]!.isFlexible ? Math.min(it, share) : it));
  return cells.flatMap((row) => rowLines(row, columns, fitted));
}

function rowLines(row: readonly string[], columns: readonly Column[], widths: readonly number[]): string[] {
  const wrapped = columns.map((_, i) => wrapText(row[i] ?? "", widths[i]!));
  const height = Math.max(...wrapped.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) => {
    const cells = wrapped.map((lines, i) => padded(lines[line] ?? "", widths[i]!, columns[i]!.align));
    return cells.join(gap).trimEnd();
  });
}

function padded(text: string, width: number, align: "right" | undefined): string {
  const space = " ".repeat(Math.max(0, width - textWidth(text)));
  return align === "right" ? space + text : text + space;
}

/** Lines of at most so many columns, broken between words, and within one only where it is longer than a line. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of text.split(" ").flatMap((word) => piecesOf(word, width))) {
    const joined = line === "" ? piece : `${line} ${piece}`;
    if (line !== "" && textWidth(joined) > width) {
      lines.push(line);
      line = piece;
    } else line = joined;
  }
  return [...lines, line];
}

function piecesOf(word: string, width: number): string[] {
  if (textWidth(word) <= width) return [word];
  const pieces = [""];
  let used = 0;
  for (const character of charactersOf(word)) {
    const needed = characterWidth(character);
    if (used + needed > width && used > 0) {
      pieces.push("");
      used = 0;
    }
    pieces.push(pieces.pop()! + character);
    used += needed;
  }
  return pieces;
}
