import { wordFor } from "../../words/wordFor.ts";
import { unitWords } from "../../words/unitWords.ts";

const superscripts: Record<string, string> = {
  ...Object.fromEntries([..."0123456789"].map((digit, at) => [digit, [..."⁰¹²³⁴⁵⁶⁷⁸⁹"][at]!])),
  "-": "⁻",
};

/** A unit as people write it: UCUM codes are made human, what is no code stays as it is. Empty where it counts things. */
export function formatUnit(unit: string): string {
  const code = unit.trim().slice(0, 60);
  const named = wordFor(unitWords, code);
  if (named !== undefined) return named;
  const counted = /^\{([^{}]+)\}$/.exec(code)?.[1];
  if (counted !== undefined) return counted.replaceAll("_", " ");
  const plain = code
    .replaceAll(/\{1\.73_?m2\}/g, "1.73 m2")
    .replaceAll(/\{[^{}]*\}/g, "")
    .replaceAll(/10[*^](-?\d+)/g, (_, power: string) => `×10${raised(power)}`)
    .replaceAll(/\[([a-z]+)_[a-z]+\]/gi, "$1")
    .replaceAll(/\[([a-z]+)\]/gi, "$1")
    .replaceAll(/(?<![A-Za-z])u(?=(?:L|l|g|mol|m|U|IU|kat|s|V|Ci|eq)(?![A-Za-z]))/g, "µ")
    .replaceAll(
      /(?<=[\s/.]|^)([a-zA-Z]{1,2})(-?[23])(?![\d\w])/g,
      (_, name: string, power: string) => name + raised(power),
    )
    .replaceAll(/(?<=[A-Za-z²³])\.(?=[A-Za-z])/g, "·");
  return wordFor(unitWords, plain) ?? plain.trim();
}

function raised(power: string): string {
  return [...power].map((digit) => superscripts[digit] ?? digit).join("");
}
